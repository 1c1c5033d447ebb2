using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Study.Demo;

/// <summary>
/// Six workers a site, and more where the study is large: of each six, three permanent (in sites new to the approach two), one who turns from agency to
/// permanent, one from an agency, and one who has left; only a family's earlier worker is ever the one who left.
/// </summary>
internal sealed class DemoWorkers
{
    private const int PerTeam = 6;
    private static readonly string[] Teams = ["Assessment", "Family support", "Safeguarding"];
    private readonly DemoWorker[][] bySite;

    public DemoWorkers(ulong seed, int families, DemoCalendar calendar, ImmutableArray<SiteCode> sites)
    {
        var teams = Math.Max(1, families / (PerTeam * DemoSites.Count * 10));
        var taken = new HashSet<WorkerId>();
        bySite = [.. sites.Select((code, site) => Enumerable.Range(0, teams * PerTeam).Select(n => New(seed, calendar, code, site, n, taken)).ToArray())];
    }

    public IEnumerable<DemoWorker> All => bySite.SelectMany(w => w);

    /// <summary>A worker of a site who is still there, and none of the others.</summary>
    public WorkerId Present(int site, Draws draws, params ReadOnlySpan<WorkerId> others)
    {
        while (true)
        {
            var n = draws.Between(0, bySite[site].Length - 1);
            if (n % PerTeam != PerTeam - 1 && !others.Contains(bySite[site][n].Id)) return bySite[site][n].Id;
        }
    }

    public WorkerId Leaver(int site, Draws draws) => bySite[site][draws.Between(1, bySite[site].Length / PerTeam) * PerTeam - 1].Id;

    private static DemoWorker New(ulong seed, DemoCalendar calendar, SiteCode code, int site, int n, HashSet<WorkerId> taken)
    {
        var draws = new Draws(seed, (1UL << 40) + (ulong)(site * 10_000 + n));
        var place = n % PerTeam;
        var agency = place is 3 or 4 || (place == 2 && DemoSites.BandOf(site) == 0);
        var started = calendar.Today.AddDays(-draws.Between(1_100, 1_500));
        var id = IdOf($"demo-{seed}-{code}-{n}", taken);
        var acts = ImmutableArray.CreateBuilder<DemoAct<WorkerFact>>();
        Record(calendar.Opening.AddDays(-30), new WorkerFact.Registered(DemoNames.Adult(draws), code, Teams[n / PerTeam % Teams.Length], agency ? Employment.Agency : Employment.Permanent, started));
        if (place == 3 && calendar.Today.AddDays(-draws.Between(300, 500)) is var turned) Record(turned, new WorkerFact.EmploymentChanged(Employment.Permanent, turned));
        if (place == PerTeam - 1 && calendar.Today.AddDays(-draws.Between(150, 250)) is var left) Record(left, new WorkerFact.Left(left));
        return new(id, acts.ToImmutable());

        void Record(DateOnly on, WorkerFact fact) =>
            acts.Add(new(new(new($"demo-{seed}-{id}-{acts.Count + 1}"), DemoAccounts.Coordinator, new(on, new TimeOnly(9, 0), TimeSpan.Zero)), [fact]));
    }

    private static WorkerId IdOf(string seed, HashSet<WorkerId> taken)
    {
        for (var candidate = 0; ; candidate++)
            if (WorkerId.From(seed, candidate) is var id && taken.Add(id)) return id;
    }
}
