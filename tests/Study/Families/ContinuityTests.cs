using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Families;

/// <summary>What became of the worker between Time 1 on 1 March 2026 and six months later, both days inside.</summary>
public sealed class ContinuityTests
{
    private static readonly DateOnly From = new(2026, 3, 1);
    private static readonly DateOnly To = new(2026, 9, 1);

    /// <summary>Spells as <c>2025-01 amina, 2026-05-01 ben</c>; other holders by their kinds.</summary>
    private static ImmutableArray<WorkerSpell> Spells(string text) =>
        [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')).Select(p => new WorkerSpell(Holder(p[1]), PartialDate.Parse(p[0]), "authority", p.Length > 3 ? FamilyBuilder.Day(p[3]) : null, null, From))];

    private static CaseHolder Holder(string word) => word switch
    {
        "team" => new CaseHolder.Team("duty"),
        "unallocated" => new CaseHolder.Unallocated(),
        "closed" => new CaseHolder.Closed(),
        "not-known" => new CaseHolder.NotKnown(),
        ['?', .. var label] => new CaseHolder.Unidentified(label),
        _ => new CaseHolder.Named(WorkerOf(word)),
    };

    private static Continuity Between(string spells) => Continuity.Between(Spells(spells), From, To, Small.Worker);

    [Theory]
    [InlineData("2025-01 amina", WorkerChange.None, 1, 0)]
    [InlineData("2026-03-01 amina", WorkerChange.None, 1, 0)]
    [InlineData("2024-01 ben, 2025-01 amina", WorkerChange.None, 1, 0)]                          // a change before the window is none within it
    [InlineData("2025-01 amina, 2026-09-02 ben", WorkerChange.None, 1, 0)]                       // nor is one after it
    [InlineData("2025-01 amina, 2026-09-01 ben", WorkerChange.One, 2, 1)]                        // its last day is inside
    [InlineData("2025-01 amina, 2026-05-01 ben", WorkerChange.One, 2, 1)]
    [InlineData("2025-01 amina, 2026-05-01 ben, 2026-06-01 amina", WorkerChange.TwoOrMore, 2, 2)] // who leaves and returns is one worker and two changes
    [InlineData("2025-01 amina, 2026-05-01 ben, 2026-06-01 cass", WorkerChange.TwoOrMore, 3, 2)]
    [InlineData("2025-01 amina, 2026-05-01 amina", WorkerChange.None, 1, 0)]                     // allocated anew to the same worker
    [InlineData("2025-01 ?first, 2026-05-01 ?second", WorkerChange.One, 2, 1)]                   // two who are not identified yet are told apart
    public void Workers_and_changes_are_counted_within_the_window(string spells, WorkerChange change, int distinct, int changes)
    {
        var between = Between(spells);

        Assert.Equal((change, distinct, changes, 0), (between.Change, between.DistinctWorkers, between.Changes, between.DaysWithout));
    }

    [Theory]
    [InlineData("2025-01 amina, 2026-05-01 unallocated, 2026-05-11 amina", WorkerChange.Unallocated, 10)]
    [InlineData("2025-01 amina, 2026-08-31 team", WorkerChange.Unallocated, 2)]
    [InlineData("2025-01 amina, 2026-02-01 unallocated, 2026-03-01 ben", WorkerChange.None, 0)]
    [InlineData("2025-01 amina, 2026-05-01 unallocated, 2026-06-01 closed", WorkerChange.Closed, 31)]
    public void Days_with_nobody_are_counted_and_are_never_no_change(string spells, WorkerChange change, int days) =>
        Assert.Equal((change, days), (Between(spells).Change, Between(spells).DaysWithout));

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-02 amina")]                                    // nobody says who held it on the first day
    [InlineData("2026-03 amina")]
    [InlineData("2025-01 amina, 2026-05-01 not-known, 2026-05-02 amina")]
    [InlineData("2025-01 amina to 2026-08-31")]                         // the source does not vouch for the last day
    [InlineData("2025-01 amina to 2026-04-30, 2026-05-02 ben")]
    [InlineData("2025-01 amina, 2026 ben")]                             // before, within or after: the year does not say
    [InlineData("2025-01 amina, 2026-09 ben")]
    [InlineData("2025-01 amina, 2026-03 ben")]
    public void What_is_unknown_on_any_day_is_not_known_and_never_no_change(string spells)
    {
        var between = Between(spells);

        Assert.Equal(WorkerChange.NotKnown, between.Change);
        Assert.Null(between.AnyAgency);
    }

    [Fact]
    public void A_month_that_lies_wholly_within_the_window_is_known_well_enough() => Assert.Equal(WorkerChange.One, Between("2025-01 amina, 2026-05 ben").Change);

    [Theory]
    [InlineData("2025-01 amina", false)]
    [InlineData("2025-01 amina, 2026-05-01 cass", true)]
    [InlineData("2025-01 cass, 2026-02-28 amina", false)]               // agency staff before the window only
    [InlineData("2025-01 amina, 2026-05-01 ?new", null)]
    [InlineData("2025-01 cass, 2026-05-01 not-known", true)]            // once is enough, whatever else is not known
    public void Agency_staff_while_holding_the_case_is_yes_no_or_not_known(string spells, bool? agency) => Assert.Equal(agency, Between(spells).AnyAgency);

    [Fact]
    public void A_worker_who_turned_permanent_while_holding_the_case_was_agency_staff_in_it()
    {
        var worker = new SocialWorker(WorkerOf("cass")) { Spells = [new(Employment.Agency, new(2025, 1, 1)), new(Employment.Permanent, new(2026, 3, 2))] };

        Assert.True(Continuity.Between(Spells("2025-01 cass"), From, To, _ => worker).AnyAgency);
        Assert.False(Continuity.Between(Spells("2025-01 cass"), From.AddDays(1), To, _ => worker).AnyAgency);
    }

    [Fact]
    public void The_holder_on_a_day_is_the_last_who_surely_began()
    {
        var spells = Spells("2025-01 amina, 2026-05 ben to 2026-07-31");

        Assert.Equal(Holder("amina"), Continuity.HolderOn(spells, new(2026, 4, 30))!.Holder);
        Assert.Null(Continuity.HolderOn(spells, new(2026, 5, 15))); // some day in May
        Assert.Equal(Holder("ben"), Continuity.HolderOn(spells, new(2026, 5, 31))!.Holder);
        Assert.Null(Continuity.HolderOn(spells, new(2026, 8, 1)));
        Assert.Null(Continuity.HolderOn(spells, new(2024, 12, 31)));
    }

    [Fact]
    public void Counting_day_by_day_gives_the_same_answer() =>
        Gen.Select(Some.CaseHolder, Gen.Int[new DateOnly(2026, 2, 20).DayNumber, new DateOnly(2026, 9, 10).DayNumber]).List[0, 6].Sample(drawn =>
        {
            var spells = drawn.DistinctBy(s => s.Item2).Select(s => new WorkerSpell(s.Item1, DateOnly.FromDayNumber(s.Item2), "authority", null, null, From))
                .Prepend(new WorkerSpell(Holder("amina"), new(2025), "authority", null, null, From)).OrderBy(s => s.From.Earliest).ToImmutableArray();

            var days = Enumerable.Range(From.DayNumber, To.DayNumber - From.DayNumber + 1).Select(n => Continuity.HolderOn(spells, DateOnly.FromDayNumber(n))!.Holder).ToList();
            var persons = days.Select(h => h.Person).OfType<string>().ToList();
            var changes = persons.Zip(persons.Skip(1)).Count(pair => pair.First != pair.Second);
            var without = days.Count(h => h is CaseHolder.Unallocated or CaseHolder.Team);
            var change = days.Exists(h => h is CaseHolder.NotKnown) ? WorkerChange.NotKnown
                : days.Exists(h => h is CaseHolder.Closed) ? WorkerChange.Closed
                : without > 0 ? WorkerChange.Unallocated
                : changes == 0 ? WorkerChange.None : changes == 1 ? WorkerChange.One : WorkerChange.TwoOrMore;

            var between = Continuity.Between(spells, From, To, Small.Worker);
            return (between.Change, between.DistinctWorkers, between.Changes, between.DaysWithout) == (change, persons.Distinct().Count(), changes, without);
        });
}
