using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Sheets;

/// <summary>Decisions about printed sheets.</summary>
public static class SheetRules
{
    public const int MostFamilies = 100;
    private const int LongestDays = 180;

    /// <summary>How many days a sheet is usually out; labels lie ready longer than what says something of people.</summary>
    public static int UsualDays(SheetKind kind) => kind == SheetKind.Labels ? 90 : 14;

    public static Decision<ImmutableArray<SheetFact>> Print(SheetBook book, SheetPlan plan, DateOnly today) =>
        book.IsFull ? SheetRefusals.Full
        : !Enum.IsDefined(plan.Kind) ? SheetRefusals.Kind.At("kind")
        : plan.Families.IsDefaultOrEmpty ? SheetRefusals.Nobody.At("families")
        : plan.Families.Length > MostFamilies ? SheetRefusals.TooMany.At("families")
        : plan.Kind is not SheetKind.Day && plan.Wave is null ? SheetRefusals.Wave.At("wave")
        : plan.Kind is SheetKind.Day && (plan.Interviewer is null || plan.On is null) ? SheetRefusals.DayOfWhom.At("interviewer")
        : plan.DestroyBy < today || plan.DestroyBy > today.AddDays(LongestDays) ? SheetRefusals.DestroyBy.At("destroyBy")
        : Facts.Of<SheetFact>(new SheetFact.Printed(new(book.Number, book.Sheets.Length + 1), plan));

    public static Decision<ImmutableArray<SheetFact>> End(SheetBook book, SheetId id, SheetEnd end, Stamp stamp) =>
        book.Sheet(id) is not { } sheet ? SheetRefusals.Unknown
        : sheet.End == end ? Facts.None<SheetFact>()
        : sheet.End == SheetEnd.Destroyed ? SheetRefusals.Gone(sheet) // a lost one may still be found and destroyed
        : end == SheetEnd.Lost && string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("why")
        : Facts.Of<SheetFact>(new SheetFact.Ended(id, end));
}

/// <summary>Refusals about printed sheets. Codes are public and never reworded.</summary>
public static class SheetRefusals
{
    public static readonly Refusal Unknown = new("sheet.unknown", "There is no such sheet.", RefusalKind.NotFound);
    public static readonly Refusal Full = new("sheet.full", "This book of sheets is full. Print into the next one.", RefusalKind.Conflict);
    public static readonly Refusal Kind = new("sheet.kind", "Choose what to print.");
    public static readonly Refusal Nobody = new("sheet.nobody", "There is nothing to print: give families, or an interviewer and a day on which they have some.");
    public static readonly Refusal TooMany = new("sheet.too-many", $"A sheet is about at most {SheetRules.MostFamilies} families. Print several.");
    public static readonly Refusal Wave = new("sheet.wave", "Choose the wave.");
    public static readonly Refusal DayOfWhom = new("sheet.day-of-whom", "Choose the interviewer and the day.");
    public static readonly Refusal DestroyBy = new("sheet.destroy-by", "Choose a day to destroy it by, from today to half a year from now.");
    public static readonly Refusal NotYours = new("sheet.not-yours", "Only who printed a sheet may see what stands on it, and only while it is out. Print one of your own.", RefusalKind.Conflict);

    public static Refusal Gone(Sheet sheet) => new("sheet.gone", $"{sheet.EndedBy} noted on {DayWords.Of(sheet.EndedAt)} that it is destroyed.", RefusalKind.Conflict);
}
