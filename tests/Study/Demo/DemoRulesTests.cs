using CsCheck;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Tests.Study.Demo;

public sealed class DemoRulesTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 3_000].Select(d => new DateOnly(2020, 1, 1).AddDays(d));

    [Fact]
    public void Every_fact_of_the_demo_is_one_that_the_rules_accept()
    {
        var today = new DateOnly(2026, 11, 23);
        var demo = new DemoStudyData(270, today);
        var frame = DemoReplay.FrameOf(demo);
        Assert.All(demo.Families, family => DemoReplay.Family(family, frame, today, DemoReplay.SampleOf(demo)));
    }

    [Fact]
    public void Whatever_the_day_seed_and_size_the_rules_accept_it() =>
        Gen.Select(Day, Gen.ULong, Gen.Int[1, 60]).Sample((today, seed, families) =>
        {
            var demo = new DemoStudyData(families, today, seed);
            var frame = DemoReplay.FrameOf(demo);
            foreach (var family in demo.Families) DemoReplay.Family(family, frame, today, DemoReplay.SampleOf(demo));
        }, iter: 40);

    [Fact]
    public void The_same_seed_and_day_give_the_same_facts()
    {
        var (one, other) = (new DemoStudyData(50, new(2026, 3, 1)), new DemoStudyData(50, new(2026, 3, 1)));
        Assert.Equal(one.Families.SelectMany(Written), other.Families.SelectMany(Written));

        static IEnumerable<string> Written(DemoFamily family) => family.Acts.SelectMany(a => a.Facts.Select(f => $"{family.Id} {a.Stamp} {System.Text.Encoding.UTF8.GetString(FactKinds<FamilyFact>.Write(f))}"));
    }

    [Fact]
    public void No_two_families_of_a_large_demo_share_an_id()
    {
        var demo = new DemoStudyData(40_000, new(2026, 3, 1));
        Assert.Equal(demo.Count, Enumerable.Range(0, demo.Count).Select(n => demo.Family(n).Id).Distinct().Count());
    }

    [Fact]
    public void A_family_made_on_its_own_is_the_same_family()
    {
        var demo = new DemoStudyData(30, new(2026, 3, 1));
        var all = demo.Families.ToList();
        Assert.All(Enumerable.Range(0, demo.Count).Reverse(), n => Assert.Equal(all[n].Acts.Select(a => a.Stamp), demo.Family(n).Acts.Select(a => a.Stamp)));
    }

    [Fact]
    public void A_demo_familys_ledger_holds_its_chain()
    {
        var family = new DemoStudyData(1, new(2026, 3, 1)).Family(0);
        var ledger = family.ToLedger();
        Assert.Equal(family.Acts.Sum(a => a.Facts.Length), ledger.Length);
        Assert.Null(LedgerCheck.Of("sos.family", family.Id.ToString(), ledger.ToStored()).Fault);
    }
}
