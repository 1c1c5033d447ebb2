using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Sheets to carry in the words that people read.</summary>
public static class SheetWords
{
    public static string Words(this SheetKind kind) => kind switch
    {
        SheetKind.Visit => "Visit sheet",
        SheetKind.Labels => "Form labels",
        SheetKind.Day => "Day sheet",
        _ => "Attempt sheet",
    };

    public static string Hint(this SheetKind kind) => kind switch
    {
        SheetKind.Visit => "A page for each family: safety first, who is there, forms due",
        SheetKind.Labels => "A bar code for each paper form that is due",
        SheetKind.Day => "An interviewer's appointments of one day",
        _ => "Whom to try, with room for what came of it",
    };

    public static string Words(this SheetEnd end) => end == SheetEnd.Destroyed ? "Destroyed" : "Lost";

    /// <summary>Where a sheet stands: <c>Out</c>, <c>Overdue</c>, <c>Destroyed</c> or <c>Lost</c>.</summary>
    public static string StateWords(this Sheet sheet, DateOnly today) => sheet.End?.Words() ?? (sheet.IsOverdue(today) ? "Overdue" : "Out");

    public static Tone StateTone(this Sheet sheet, DateOnly today) => sheet.End switch
    {
        SheetEnd.Destroyed => Tone.Good,
        SheetEnd.Lost => Tone.Bad,
        _ => sheet.IsOverdue(today) ? Tone.Bad : Tone.Waiting,
    };
}
