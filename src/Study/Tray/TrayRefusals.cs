using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Tray;

/// <summary>Refusals about the tray. Codes are public and never reworded.</summary>
public static class TrayRefusals
{
    public static readonly Refusal Unknown = new("tray.unknown", "There is no such form in the tray.", RefusalKind.NotFound);
    public static readonly Refusal Full = new("tray.full", "This volume of the tray is full. Put the form into the next one.", RefusalKind.Conflict);
    public static readonly Refusal Batch = new("tray.batch", "Name the batch that it came in, in at most 40 characters.");
    public static readonly Refusal Box = new("tray.box", "Name the box that it lies in, in at most 40 characters.");
    public static readonly Refusal Note = new("tray.note", "Keep the note to 500 characters, and no name in it.");
    public static readonly Refusal FilledInAfterReceipt = new("tray.filled-in-after-receipt", "It cannot have been filled in after it was received.");
    public static readonly Refusal OtherInstrument = new("tray.instrument", "This form is of another instrument.");

    /// <param name="wanted">Where the second person was entering it; both places are said.</param>
    public static Refusal NotWaiting(TrayItem item, TrayMatch? wanted = null)
    {
        var sentence = item.State switch
        {
            TrayItemState.Waiting => "This form was put back in the tray meanwhile. Match it again.",
            TrayItemState.Claimed => $"{item.By} is entering this form into family {item.Match?.Family}. Finish that first, or put it back.",
            TrayItemState.Matched => $"{item.By} matched this form to family {item.Match?.Family} on {DayWords.Of(item.At)}.",
            _ => $"{item.By} discarded this form on {DayWords.Of(item.At)} ({item.Why}).",
        };
        var refusal = new Refusal("tray.not-waiting", sentence, RefusalKind.Conflict);
        return wanted is null || item.State == TrayItemState.Waiting ? refusal
            : refusal with { Faults = [new("family", item.Match is { } match ? $"{sentence} There now: {Said(match)}. Yours: {Said(wanted)}." : $"{sentence} Yours: {Said(wanted)}.")] };
    }

    /// <summary>One fault for each value that both keyed differently; its field is the value's name, by which a choice is sent.</summary>
    public static Refusal KeyedAlready(TrayItem there, ImmutableArray<DraftClash> clashes) => new("tray.keyed-already",
        $"{there.StepsToNow()[^1].By} keyed a form like this one on {DayWords.Of(there.StepsToNow()[^1].At)}: {there.Id}, the same batch and box{(clashes.IsEmpty ? ", and every answer the same" : "")}. "
        + "If yours is another paper, say so and send it again. If it is the same one, change that form and choose what is right.", RefusalKind.Conflict)
    {
        Faults = [.. clashes.Select(Fault)],
    };

    public static Refusal Changed(TrayItem item, ImmutableArray<DraftClash> clashes) => new("tray.changed",
        $"{string.Join(" and ", clashes.Select(c => c.By).Distinct())} changed what you changed too, since you began. Nothing was saved: choose yours or theirs for each, seen at revision {item.Revision}.", RefusalKind.Conflict)
    {
        Faults = [.. clashes.Select(Fault)],
    };

    public static Refusal NoRevision(TrayItem item) => new("tray.revision",
        $"Say which revision of the form you looked at (it is {item.Revision} now, by {item.StepsToNow()[^1].By}), 0 where you keyed it from the paper, or that yours takes its place.", RefusalKind.Conflict);

    private static FieldFault Fault(DraftClash c) => new(c.Part, $"{c.By} has {PartText.Called(c.Part)} as {Said(c.Theirs)}. Yours: {Said(c.Mine)}.");

    private static string Said(ImmutableArray<(string Property, string Text)> value) => value.IsEmpty ? "nothing" : $"'{value[0].Text}'";

    private static string Said(TrayMatch match) => $"family {match.Family}, {match.Place.Wave}, about {match.Place.Subject}, answered by {match.Place.Respondent}, filled in on {DayWords.Of(match.CompletedOn)}";
}
