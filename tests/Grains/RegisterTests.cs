using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Grains.Faults;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

public sealed class RegisterTests(StudyCluster study)
{
    [Fact]
    public async Task A_lost_put_never_changes_the_answer_and_heals_within_one_reconcile()
    {
        var family = await study.Family(Some.Consented());
        study.LostPuts.Of(family.Id);
        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));
        Assert.Equal(1, study.LostPuts.Count(family.Id));
        Assert.Empty((await Found(family)).Forms);

        await study.Registers.Reconcile();

        Assert.Single((await Found(family)).Forms);
        study.LostPuts.NoMore(family.Id);
    }

    [Fact]
    public async Task A_late_put_never_overwrites_a_newer_one()
    {
        var older = await study.Family(Some.Consented());
        Some.Accepted(await study.Grains.Forms(older.Id).Enter(Some.Sdq(older), Some.Stamp()));

        await study.Registers.Put(new(older, "an-older-version"));

        Assert.Single((await Found(older)).Forms);
    }

    [Fact]
    public async Task A_record_that_is_gone_from_the_store_goes_from_the_register()
    {
        var ghost = new FamilyState(FamilyId.From(Guid.NewGuid().ToString())) { Version = 1, Sites = [new(Some.Site, new DateOnly(2024, 1, 5))] };
        await study.Registers.Put(new(ghost, "1"));
        Assert.Equal(1, (await study.Registers.Find(new() { Text = ghost.Id.ToString() })).Total);

        await study.Registers.Reconcile();

        Assert.Equal(0, (await study.Registers.Find(new() { Text = ghost.Id.ToString() })).Total);
    }

    [Fact]
    public async Task A_caseload_follows_each_allocation_at_once()
    {
        var worker = Some.Accepted(await study.Grains.RegisterWorker(new("A. Holder", Some.Site, "", Employment.Permanent, new(2023, 1, 1)), Some.Stamp())).Id;
        for (var held = 1; held <= 2; held++)
        {
            var family = await study.Family(Some.Consented());
            Some.Accepted(await study.Grains.Case(family.Id).Allocate(new CaseHolder.Named(worker), new DateOnly(2024, 1, 6), "authority", null, Some.Stamp()));
            Assert.Equal(held, (await study.Registers.Caseloads(null)).Single(c => c.Worker == worker).Families);
            Assert.DoesNotContain(await study.Registers.Caseloads([Some.OtherSite]), c => c.Worker == worker);
        }
    }

    [Fact]
    public async Task Pages_of_a_list_hold_every_family_once_and_in_order_whichever_shards_they_lie_in()
    {
        const string Serial = "PAGED";
        for (var n = 0; n < 12; n++) await study.Family(Some.Consented() with { Serial = $"{Serial}-{n}" });
        foreach (var order in Enum.GetValues<FamilyOrder>())
        {
            var (seen, question) = (new List<FamilyCursor>(), new FamilyQuestion { Text = Serial, Order = order, Take = 5 });
            FamilyPage page;
            do
            {
                page = await study.Registers.Find(question);
                seen.AddRange(page.Rows.Select(r => r.Cursor));
                question = question with { After = page.Next };
            }
            while (page.Next is not null);
            Assert.Equal(12, page.Total);
            Assert.Equal(12, seen.Count);
            Assert.Equal(seen.Order().Distinct(), seen);
        }
    }

    [Fact]
    public async Task Extracts_stream_from_the_shards_and_name_no_interviewer()
    {
        var family = await study.Family(Some.Consented());
        Some.Accepted(await study.Grains.Fieldwork(family.Id).Assign(new("t1"), "interviewer@example.org", new(2024, 1, 12), Some.Stamp()));
        Some.Accepted(await study.Grains.Fieldwork(family.Id).RecordInterview(new("t1"),
            new([new(new(2024, 2, 1), null, Study.Fieldwork.VisitMode.FaceToFace, "")], null, "interviewer@example.org", "en", Study.Fieldwork.Interpreter.None, ""), Some.Stamp()));
        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));

        var text = new System.Text.StringBuilder();
        await foreach (var message in study.Registers.Extract(new("sdq", "long", [Some.Site]), TestContext.Current.CancellationToken)) text.Append(System.Text.Encoding.Latin1.GetString(message));
        Assert.Contains(family.Id.ToString(), text.ToString(), StringComparison.Ordinal);
        Assert.Contains(await study.Service<StudySecret>(0).Pseudonym("extract.interviewer", "interviewer@example.org"), text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("interviewer@example.org", text.ToString(), StringComparison.Ordinal);

        text.Clear();
        await foreach (var message in study.Registers.Extract(new("sdq", "long", [Some.OtherSite]), TestContext.Current.CancellationToken)) text.Append(System.Text.Encoding.Latin1.GetString(message));
        Assert.DoesNotContain(family.Id.ToString(), text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_shard_loads_puts_are_kept_and_questions_wait_then_are_told_that_it_loads()
    {
        using var folder = new TempFolder();
        await using var sqlite = SqliteRecordStore.Open(folder.Path);
        var store = new FaultyStore(sqlite);
        var loads = new Gate();
        foreach (var shard in CheckCharacter.Alphabet) store.BeforeReadAll("family", shard.ToString(), loads.Pass);
        var clock = new HeldDelays(TimeSpan.FromSeconds(20.5));
        await using var cluster = await StudyCluster.Start(store, silos: 1, new(TimeSpan.FromHours(1)) { LoadWithin = TimeSpan.FromSeconds(20.5) },
            silo => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(silo.Services, clock));
        var grains = cluster.Client;
        Some.Accepted(await grains.Study().Open(Some.Design, Some.Stamp()));
        Some.Accepted(await grains.Site(Some.Site).Open("Ashmere", Some.Stamp()));
        var family = Some.Accepted(await grains.Enrol(Some.Consented(), Some.Stamp()));
        var register = grains.GetGrain<IFamilyRegister>(family.Id.Shard);
        Assert.Equal(new RegisterStatus(false, 1), await register.Status());

        var impatient = register.Find(new());
        await clock.Begun;
        Assert.False(impatient.IsCompleted);
        clock.End();
        await Assert.ThrowsAsync<RegisterLoadingException>(() => impatient);

        var patient = register.Find(new());
        loads.Open();
        Assert.Equal(family.Id, Assert.Single((await patient).Rows).Family.Id);
        Assert.Equal(new RegisterStatus(true, 1), await register.Status());
    }

    private async Task<FamilyState> Found(FamilyState family) => Assert.Single((await study.Registers.Find(new() { Text = family.Id.ToString() })).Rows).Family;
}
