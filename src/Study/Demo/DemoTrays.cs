using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Tray;

namespace SosLongitudinal.Study.Demo;

/// <summary>The tray of a site and all that was recorded about it, in order of time.</summary>
public sealed record DemoTray(SiteCode Site, ImmutableArray<DemoAct<TrayFact>> Acts)
{
    public Ledger<TrayFact> ToLedger() => Acts.ToLedger($"{Site}~1");
}

/// <summary>Forms that came without an id in the last weeks, as far as they say what they are; every fact is what the rules themselves answered.</summary>
internal sealed class DemoTrays(DemoFrame frame)
{
    private const ulong Stream = 1_000_003; // of no family
    private static readonly int[] Waiting = [3, 0, 1, 1, 2, 0, 0, 2, 1, 0];
    private static readonly string?[] Notes = ["The label is torn off.", "Two forms came in one envelope.", null, "Only the school's stamp is on it.", null];

    public IEnumerable<DemoTray> All => frame.Sites.Select((site, place) => Of(site, place)).Where(t => !t.Acts.IsEmpty);

    private DemoTray Of(SiteCode site, int place)
    {
        var (draws, study) = (new Draws(frame.Seed, Stream + (ulong)place), new StudyFrame { Design = frame.Design, Sites = frame.Sites.ToImmutableDictionary(s => s, s => new Site(s, s.Text)) });
        var (tray, acts) = (new TrayVolume(site, 1), ImmutableArray.CreateBuilder<DemoAct<TrayFact>>());
        for (var n = 0; n < Waiting[place]; n++)
        {
            var form = draws.Any<SdqForm>([DemoForms.Teacher, DemoForms.Teacher, DemoForms.Parent, DemoForms.Self]);
            var received = frame.Calendar.Last.AddDays(-draws.Between(12, 20) * (Waiting[place] - n));
            var paper = new TrayForm($"{received:yyyy-MM}-{draws.Between(1, 4)}", received, $"{site.Text[..3].ToUpperInvariant()}-X-1", form.Definition.Id, form.Definition.Version, "en", form.Of(draws.Normal(), draws))
            {
                Wave = draws.Chance(0.7) ? frame.Design.Waves[1].Code : null,
                CompletedOn = draws.Chance(0.5) ? received.AddDays(-draws.Between(3, 10)) : null,
                Note = draws.Any<string?>(Notes),
            };
            Do(received.AddDays(2), null, DemoAccounts.ResearcherOf(place), s => TrayRules.Key(tray, study, paper, s));
        }
        if (Waiting[place] == 3) Do(frame.Calendar.Last, "A copy of a form that came with its id.", DemoAccounts.ResearcherOf(place), s => TrayRules.Discard(tray, tray.Items[0].Id, s));
        return new(site, acts.ToImmutable());

        void Do(DateOnly day, string? why, string by, Func<Stamp, Decision<ImmutableArray<TrayFact>>> rule)
        {
            var stamp = new Stamp(new($"demo-{frame.Seed}-tray-{site}-{acts.Count + 1}"), by, new(day, new TimeOnly(14, 0), TimeSpan.Zero), why);
            var facts = rule(stamp).Match(f => f, no => throw new InvalidOperationException($"The demo's own tray is refused: {no.Sentence}"));
            acts.Add(new(stamp, facts));
            foreach (var fact in facts) tray = TrayFact.Fold(tray, new(new(acts.Count, stamp.At, stamp.By, stamp.Operation, ""), fact, why));
        }
    }
}
