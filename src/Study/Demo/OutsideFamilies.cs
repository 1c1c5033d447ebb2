using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>Families on the authorities' lists that never consented: screened out, not approached, said no, or still on their way.</summary>
internal sealed class OutsideFamilies
{
    private const int Per270 = 120;
    private readonly DemoFrame frame;
    private readonly FamilyId[] ids;
    private readonly int first;

    public OutsideFamilies(DemoFrame frame, FamilyPlan[] plans, int families)
    {
        (this.frame, first) = (frame, plans.Length);
        var taken = plans.Select(p => p.Id).ToHashSet();
        ids = [.. Enumerable.Range(first, DemoPlan.Scaled(Per270, families)).Select(n => DemoPlan.IdOf($"{DemoPlan.OperationPrefix(frame.Seed, n)}1", taken))];
    }

    public int Count => ids.Length;

    public FamilyId IdOf(int index) => ids[index];

    public DemoFamily Family(int index)
    {
        const string by = DemoAccounts.Coordinator;
        var number = first + index;
        var draws = new Draws(frame.Seed, (ulong)number * 64 + (ulong)Purpose.Outside);
        var (site, cohort) = (frame.Sites[draws.Between(0, DemoSites.Count - 1)], draws.Between(0, 1));
        var sampled = frame.Calendar.FirstWave(cohort, SecondWave.NotLocated, draws).AddDays(-draws.Between(28, 60));
        var (screened, approached, answered) = (sampled.AddDays(4), sampled.AddDays(11), sampled.AddDays(19));
        var place = index % Per270;

        var history = new FamilyHistory(ids[index], DemoPlan.OperationPrefix(frame.Seed, number));
        history.Add(sampled, by, new FamilyFact.Sampled(site, frame.Design.Cohorts[cohort].Code, $"{site.Text[..3].ToUpperInvariant()}-{number + 1:0000}", sampled));
        if (place >= 6) history.Add(screened, by, new FamilyFact.Screened(place >= 30, screened));
        if (place >= 30 && place < 64) history.Add(approached, by, new FamilyFact.NotApproached(BarOf(place), "the family's social worker", approached));
        if (place >= 64) history.Add(approached, by, new FamilyFact.Approached("the family's social worker", approached));
        if (place >= 72 && place < 110) history.Add(answered, by, new FamilyFact.DeclinedContact(answered));
        if (place >= 110) history.Add(answered, by, new FamilyFact.AgreedToContact(answered));
        return history.Told();
    }

    private static ApproachBar BarOf(int place) => place switch
    {
        < 46 => ApproachBar.WorkerDeclined,
        < 56 => ApproachBar.CaseClosed,
        < 61 => ApproachBar.Unsafe,
        _ => ApproachBar.Other,
    };
}
