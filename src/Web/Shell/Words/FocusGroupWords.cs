using System.Globalization;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Focus groups in the words that people read.</summary>
public static class FocusGroupWords
{
    public static string Words(this GroupKind kind) => kind switch
    {
        GroupKind.SocialWorkers => "Social workers",
        GroupKind.Managers => "Managers",
        GroupKind.Parents => "Parents",
        GroupKind.YoungPeople => "Young people",
        _ => "Key informant",
    };

    /// <summary>What one of them is: a focus group, or a key-informant interview.</summary>
    public static string Title(this GroupKind kind) => kind == GroupKind.KeyInformant ? "Key-informant interview" : $"Focus group: {kind.Words().ToLowerInvariant()}";

    public static string Words(this GroupState state) => state switch
    {
        GroupState.Planned => "Planned",
        GroupState.Scheduled => "Booked",
        GroupState.Held => "Held",
        GroupState.Closed => "Closed",
        _ => "Cancelled",
    };

    public static Tone Tone(this GroupState state) => state switch
    {
        GroupState.Planned => Components.Tone.Attention,
        GroupState.Scheduled => Components.Tone.Waiting,
        GroupState.Held or GroupState.Closed => Components.Tone.Good,
        _ => Components.Tone.Neutral,
    };

    public static string Words(this GroupReply reply) => reply switch { GroupReply.Yes => "Yes", GroupReply.Maybe => "Maybe", GroupReply.No => "No", _ => "No reply yet" };

    public static string Words(this RecordingAnswer answer) => answer switch { RecordingAnswer.Agreed => "Agreed", RecordingAnswer.Refused => "Refused", _ => "Not asked" };

    public static string Words(this OffReason reason) => reason switch
    {
        OffReason.Withdrew => "Withdrew",
        OffReason.NotCovered => "Consent no longer covers it",
        OffReason.Died => "A death is recorded",
        OffReason.Ended => "Left the study",
        OffReason.LeftFamily => "Left the family",
        OffReason.Erased => "Erased",
        OffReason.LeftEmployment => "Left the authority",
        OffReason.NotSafe => "Not safe to contact",
        _ => "Invited in error",
    };

    public static string Words(this TranscriptStep step) => step switch
    {
        TranscriptStep.Received => "Received",
        TranscriptStep.Checked => "Checked",
        TranscriptStep.Anonymised => "Anonymised",
        TranscriptStep.Coded => "Coded",
        _ => "Not received",
    };

    public static string Words(this TranscriptSource source) => source == TranscriptSource.Recording ? "from a recording" : "from notes";

    /// <summary>Where somebody stands on the list.</summary>
    public static (string Words, Tone Tone) Standing(this Invitation invitation) => invitation switch
    {
        { Off: { } off } => (off.Words(), Components.Tone.Neutral),
        { Came: true } => ("Came", Components.Tone.Good),
        { Came: false } => ("Did not come", Components.Tone.Bad),
        { Reply: GroupReply.No } => ("Declined", Components.Tone.Neutral),
        { Accepted: true } => ("Coming", Components.Tone.Good),
        { HasSeat: true, Reply: GroupReply.Maybe } => ("Seat kept, maybe", Components.Tone.Attention),
        { HasSeat: true } => ("Seat kept, no reply", Components.Tone.Waiting),
        { Reply: GroupReply.Yes } => ("Waiting list, willing", Components.Tone.Attention),
        _ => ("Waiting list", Components.Tone.Neutral),
    };

    /// <summary>How far a site has come with what it is to hold.</summary>
    public static (string Words, Tone Tone) Standing(this GroupProgress progress) => progress switch
    {
        { Wanted: 0 } => ("None wanted", Components.Tone.Neutral),
        { ToHold: 0 } => ("Complete", Components.Tone.Good),
        { Short: 0 } => ("All booked", Components.Tone.Waiting),
        { Planned: > 0 } when progress.Planned >= progress.Short => ($"{Number(progress.Short)} to book", Components.Tone.Attention),
        _ => ($"Short by {Number(progress.Short)}", Components.Tone.Bad),
    };

    public static string Words(this Invitee invitee) => invitee.Post is { } post ? post.Replace('-', ' ') : invitee.ToString();

    public static string Where(this SessionPlan session, Roster rooms) => session switch
    {
        { Mode: not VisitMode.FaceToFace } => session.Mode.Words(),
        { Room: { } room } => rooms.Room(room)?.Name ?? room.Text,
        _ => "At their office",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
