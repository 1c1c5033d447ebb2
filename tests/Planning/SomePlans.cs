using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Planning;

/// <summary>Small problems with everything that makes a plan hard: odd hours, leave, full weeks, short windows, safe hours, meetings at other waves.</summary>
internal static class SomePlans
{
    public const string London = "Europe/London";

    public static Gen<PlanProblem> Of(int families, int people, int weeks, Gen<MeetingWish> wish) =>
        Gen.Select(SomeDiaries.Of(people), wish, Gen.Int[1, weeks]).SelectMany((calendars, meeting, span) =>
        {
            var first = LocalTimes.Day(London, calendars.Stamp.At);
            return Family(first, [.. calendars.People.Select(p => p.Account)]).Array[0, families].Select(made => new PlanProblem(
                London, calendars.Stamp.At, first, first.AddDays(7 * span - 1), meeting with { Part = null }, calendars.People, [.. made.Select((f, i) => f(i))]));
        });

    public static Gen<PlanProblem> Small { get; } = Of(12, 3, 3, SomeDiaries.Wish);

    private static Gen<Func<int, PlanFamily>> Family(DateOnly first, string[] people) => Gen.Select(
        Gen.Int[-20, 15], Gen.Int[0, 30], Gen.Int[0, 2 * people.Length], Gen.Int[0, 2 * people.Length], Gen.OneOf(Gen.Const(MeetingTimes.Any), SomeDiaries.SafeTimes, Gen.Const(new MeetingTimes([], SlotRefusals.Unchosen))), Gen.Int[0, 30],
        (opens, length, before, assigned, times, elsewhere) => (Func<int, PlanFamily>)(n => new(
            FamilyId.From($"{n}"), StudyBuilder.T1, new(first.AddDays(opens), first.AddDays(opens), first.AddDays(opens + length)), At(people, before), At(people, assigned), times,
            elsewhere > 20 ? [] : [new MeetingWish(Minutes: 120).At(StudyBuilder.T2, "somebody@example.org", LocalTimes.Start(London, first.AddDays(elsewhere)).AddHours(10))])));

    private static string? At(string[] people, int n) => n < people.Length ? people[n] : null;
}
