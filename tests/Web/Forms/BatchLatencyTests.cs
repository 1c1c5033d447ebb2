using SosLongitudinal.Grains.Families;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Processes;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>How soon a key shows, in a real browser, while others write forms into the same study. Prints what it measures; asserts only that nothing hangs.</summary>
public sealed class BatchLatencyTests(BatchLatencyTests.WrittenStudy study, Chromium chromium) : IClassFixture<BatchLatencyTests.WrittenStudy>
{
    private const int Forms = 6;
    private const int Writers = 8;

    [Fact]
    public async Task Each_key_shows_soon_while_forms_are_being_written()
    {
        var families = await Task.WhenAll(Enumerable.Range(0, Forms).Select(_ => study.Enrol()));
        var page = await chromium.Open(study, await study.As(Roles.Researcher));
        await page.GotoAsync(FormsLinks.Batch(new("t1"), OpenedStudy.Sdq, FormMode.Paper, "en", ""));
        await page.EvaluateAsync("""
            () => { window.waits = []; addEventListener('keydown', e => e.isTrusted && requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => window.waits.push(performance.now() - e.timeStamp); c.port2.postMessage(0); }), true); }
            """);
        var sdq = new KeyedSdq(page);
        var writers = new FormWriters(study.Token, _ => study.Address);
        using var stop = new CancellationTokenSource();
        var writing = writers.Write(Writers, stop.Token);
        await writers.Until(written => written.Count >= 50);
        var (before, started) = (writers.Acknowledged.Count, TimeProvider.System.GetTimestamp());
        foreach (var family in families)
        {
            await sdq.Type($"{family}010324{KeyedSdq.Digits}0");
            await sdq.Press("Enter");
            await sdq.Says($"Saved: {family}");
        }
        var rate = (writers.Acknowledged.Count - before) / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync();
        await writing;

        var waits = (await page.EvaluateAsync<double[]>("window.waits")).Order().ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{waits.Length} keys, {rate:0} forms/s written beside: key to paint p50 {waits[waits.Length / 2]:0.0} ms, p99 {waits[waits.Length * 99 / 100]:0.0} ms, most {waits[^1]:0.0} ms");
        Assert.Equal(Forms * 40, waits.Length);
        Assert.True(waits[waits.Length / 2] < 1000);
        await page.Context.CloseAsync();
    }

    /// <summary>The small study that the writers know.</summary>
    public sealed class WrittenStudy : RunningStudy
    {
        public string Token { get; private set; } = "";

        public async Task<FamilyId> Enrol()
        {
            var enrolled = await Grains.Enrol(new(SiteCode.Parse(SmallStudy.Site), CohortCode.Parse("c1"), "keyed", new(2024, 1, 5), [new(MemberRole.Child, new(2014, 6), Sex.Male, new PartialDate(2023)), new(MemberRole.Parent, null, Sex.Female, new PartialDate(2023))])
            {
                ConsentedOn = new(2024, 1, 10), ConsentGivenBy = "parent", Consents = [ConsentScope.Interview],
            }, OpenedStudy.Stamp());
            return OpenedStudy.Accepted(enrolled).Id;
        }

        protected override Task Open() => Task.CompletedTask;

        protected override async Task Fill(string data)
        {
            await using var store = SqliteRecordStore.Open(data);
            Token = await SmallStudy.Plant(store);
        }
    }
}
