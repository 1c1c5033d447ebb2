using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;

namespace SosLongitudinal.Web.Api.Sheets;

/// <summary>
/// What somebody wants printed. Families are named, or found: for visit sheets and day sheets whom the interviewer meets on the day, for labels and attempt sheets
/// whom they still have to see at the wave.
/// </summary>
/// <param name="DestroyBy">Left out: 14 days after printing, labels 90.</param>
public sealed record SheetWish(
    SheetKind Kind, ImmutableArray<FamilyId>? Families = null, WaveCode? Wave = null, string? Interviewer = null, DateOnly? On = null, DateOnly? DestroyBy = null);

/// <summary>What became of a sheet: destroyed or lost; where it is lost, how.</summary>
public sealed record SheetEndBody(SheetEnd End, string? Why = null);

/// <summary>A sheet of the log: which, who, when, about whom, until when; nothing of what stood on it.</summary>
public sealed record SheetView(
    SheetId Number, SheetKind Kind, string By, DateTimeOffset At, ImmutableArray<FamilyId> Families, WaveCode? Wave, string? Interviewer, DateOnly? On, DateOnly DestroyBy, bool Overdue, SheetEnd? End, string? EndedBy,
    DateTimeOffset? EndedAt, string? Why)
{
    public static SheetView Of(Sheet s, DateOnly today) =>
        new(s.Id, s.Plan.Kind, s.By, s.At, s.Plan.Families, s.Plan.Wave, s.Plan.Interviewer, s.Plan.On, s.Plan.DestroyBy, s.IsOverdue(today), s.End, s.EndedBy, s.EndedAt, s.Why);
}
