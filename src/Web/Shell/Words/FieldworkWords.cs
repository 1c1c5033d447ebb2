using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Progress;
using SosLongitudinal.Study.Fieldwork.Windows;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Where fieldwork stands, in the words that people read.</summary>
public static class FieldworkWords
{
    public static string Words(this Track track) => track switch { Track.Interview => "Interview", Track.Teacher => "Teacher", _ => "Case record" };

    public static string Words(this DueState state) => state switch
    {
        DueState.NotDue => "Not due",
        DueState.NotOpen => "Not open yet",
        DueState.Open => "Due",
        DueState.ClosingSoon => "Closing soon",
        DueState.Overdue => "Overdue",
        DueState.Part => "Part done",
        DueState.Achieved => "Achieved",
        _ => "Lost",
    };

    public static Tone Tone(this DueState state) => state switch
    {
        DueState.Achieved => Components.Tone.Good,
        DueState.Open => Components.Tone.Waiting,
        DueState.ClosingSoon or DueState.Part => Components.Tone.Attention,
        DueState.Overdue or DueState.Lost => Components.Tone.Bad,
        _ => Components.Tone.Neutral,
    };

    public static string Words(this ProgressState state) => state switch
    {
        ProgressState.NotOpen => "Not open yet",
        ProgressState.ToBook => "To book",
        ProgressState.Booked => "Booked",
        ProgressState.Overdue => "Overdue",
        ProgressState.PartDone => "Part done",
        ProgressState.Done => "Done",
        _ => "Lost",
    };

    public static Tone Tone(this ProgressState state) => state switch
    {
        ProgressState.Done => Components.Tone.Good,
        ProgressState.Booked or ProgressState.ToBook => Components.Tone.Waiting,
        ProgressState.PartDone => Components.Tone.Attention,
        ProgressState.Overdue or ProgressState.Lost => Components.Tone.Bad,
        _ => Components.Tone.Neutral,
    };

    /// <summary>What a track's window means today.</summary>
    public static string WindowWords(this DueTrack due, DateOnly today) => (due.State, due.Window) switch
    {
        (_, null) => "No window",
        (DueState.NotOpen, { } w) => $"Opens {w.Opens.Words()} ({w.Opens.From(today)})",
        (DueState.Open or DueState.ClosingSoon, { } w) => $"Closes {w.Closes.Words()} ({w.Closes.From(today)})",
        (DueState.Overdue, { } w) => $"Closed {w.Closes.Words()} ({w.Closes.From(today)})",
        (_, { } w) => $"{w.Opens.Words()} to {w.Closes.Words()}",
    };

    /// <summary>What moved: <c>Time 2 is now due on 9 September 2026 (before: 1 October 2026).</c></summary>
    public static string Words(this WindowMove move, StudyDesign design) =>
        $"{design.Wave(move.Wave)?.Name ?? $"{move.Wave}"} is now due on {move.To.Target.Words()}, from {move.To.Opens.Words()} to {move.To.Closes.Words()} (before: {move.From.Target.Words()}).";

    public static string Words(this VisitMode mode) => mode switch { VisitMode.FaceToFace => "Face to face", VisitMode.Telephone => "By telephone", _ => "By video" };

    public static string Words(this Interpreter interpreter) => interpreter switch
    {
        Interpreter.None => "None",
        Interpreter.Professional => "A professional interpreter",
        _ => "A member of the family",
    };

    public static string Words(this InterviewOutcome outcome) => outcome switch
    {
        InterviewOutcome.NotStarted => "Not started",
        InterviewOutcome.Part => "Part",
        _ => "Complete",
    };
}
