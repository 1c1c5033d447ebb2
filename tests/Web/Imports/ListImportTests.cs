using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Storage;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Imports;

public sealed class ListImportTests(RunningStudy study)
{
    private const string Header = "site,serial,cohort,sampled_on,consented_on,consents,worker,role,birth,sex,name,postcode,phone,do_not_call,not_same_because";
    private static readonly ContactViewer Office = new(Office: true, Interviewer: false, Sites: null);
    private readonly string mark = Guid.NewGuid().ToString("N")[..8];

    private static string Sampled => $"{OpenedStudy.Sampled:yyyy-MM-dd}";

    private static string Born => $"{OpenedStudy.Today.AddYears(-8).AddDays(-40):yyyy-MM-dd}";

    /// <summary>A child and a parent with the given family columns; the parent carries contact details.</summary>
    private string Family(string serial, string name, string worker = "", string why = "", SiteCode? site = null) =>
        $"{site ?? RunningStudy.OwnSite},{serial},c1,{Sampled},{Sampled},all,{worker},child,{Born},female,Child {name},{mark},,,{why}\n"
        + $"{site ?? RunningStudy.OwnSite},{serial},,,,,,parent,,female,{name},{mark.ToUpperInvariant()},01632 960001,yes,\n";

    [Fact]
    public async Task Families_come_in_with_members_worker_consent_and_sealed_contact_details()
    {
        var worker = $"E-{mark}";
        Assert.Equal(("saved", 1, 1, 0, 0), Counts(await Report("workers", $"site,number,name,team,employment,from,left_on\n{RunningStudy.OwnSite},{worker},Listed Worker,North,permanent,{Sampled},\n")));
        var csv = $"{Header}\n{Family($"L-{mark}", $"Quill Anders {mark}", worker)}";
        Assert.Equal(("checked", 2, 2, 0, 0), Counts(await Report("families", csv, "?dryRun=true")));
        Assert.Null(await Find($"L-{mark}"));

        Assert.Equal(("saved", 2, 2, 0, 0), Counts(await Report("families", csv)));
        var family = (await Find($"L-{mark}"))!;
        Assert.Equal((Stage.Consented, 2, Enum.GetValues<ConsentScope>().Length), (family.Stage, family.Members.Length, family.Consents.Length));
        Assert.Equal(new BirthMonth(int.Parse(Born[..4]), int.Parse(Born[5..7])), family.Child().Birth);
        Assert.IsType<CaseHolder.Named>(Assert.Single(family.WorkerSpells).Holder);
        var card = OpenedStudy.Accepted(await study.Grains.Contact(family.Id).View(family.Parent().Id, ContactPurpose.Trace, Office, OpenedStudy.Stamp()));
        Assert.Equal(($"Quill Anders {mark}", true), (card.Details!.Name, card.Safety.DoNotCall));
        Assert.Equal(Born, $"{OpenedStudy.Accepted(await study.Grains.Contact(family.Id).View(family.Child().Id, ContactPurpose.Trace, Office, OpenedStudy.Stamp())).Details!.BirthDate:yyyy-MM-dd}");
    }

    [Fact]
    public async Task Run_twice_is_run_once_whoever_runs_it_and_overwrites_nothing_learned_since()
    {
        var csv = $"{Header}\n{Family($"T-{mark}", $"Twice {mark}")}";
        Assert.Equal(("saved", 2, 2, 0, 0), Counts(await Report("families", csv)));
        var family = (await Find($"T-{mark}"))!;
        var newer = new ContactDetails($"Twice Newer {mark}") { Postcode = "ZZ9 9ZZ" };
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Record(family.Parent().Id, newer, Office, OpenedStudy.Stamp()));

        Assert.Equal(("saved", 2, 0, 2, 0), Counts(await Report("families", csv, by: Roles.Coordinator)));
        Assert.Equal(family.Version, (await Find($"T-{mark}"))!.Version);
        Assert.Equal(newer.Name, OpenedStudy.Accepted(await study.Grains.Contact(family.Id).View(family.Parent().Id, ContactPurpose.Trace, Office, OpenedStudy.Stamp())).Details!.Name);
    }

    [Fact]
    public async Task A_run_that_stopped_before_the_contact_details_is_completed_by_the_next()
    {
        var serial = $"S-{mark}";
        var bare = $"site,serial,cohort,sampled_on,consented_on,role,birth\n{RunningStudy.OwnSite},{serial},c1,{Sampled},{Sampled},child,{Born}\n{RunningStudy.OwnSite},{serial},,,,parent,\n";
        Assert.Equal(("saved", 2, 2, 0, 0), Counts(await Report("families", bare)));
        Assert.Equal(("saved", 2, 0, 2, 0), Counts(await Report("families", $"{Header}\n{Family(serial, $"Later {mark}")}")));
        var family = (await Find(serial))!;
        Assert.Equal(2, OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Standing(Office, "x")).Length);
    }

    [Fact]
    public async Task Faults_name_row_and_column_and_a_family_is_taken_whole_or_not_at_all()
    {
        var csv = $"{Header}\n{RunningStudy.OwnSite},F1-{mark},c1,{Sampled},,,,child,,female,,,,,\n{RunningStudy.OwnSite},F1-{mark},,,,,,parent,,female,,,,,\n"
            + $"{RunningStudy.OwnSite},F2-{mark},c9,{Sampled},,,,parent,,female,,,,,\nnowhere,F3-{mark},c1,{Sampled},,,,parent,,,,,,,\n"
            + $"{RunningStudy.OwnSite},F4-{mark},c1,{Sampled},,,W-none,parent,,,,,,,\n{RunningStudy.OwnSite},F5-{mark},c1,{Sampled},,,,parent,,,Early Bird {mark},{mark},,,\n"
            + $"{RunningStudy.OwnSite},F6-{mark},c1,{Sampled},,,,parent,,,,,,perhaps,\n{RunningStudy.OwnSite},F7-{mark},c1,{Sampled},,,,parent,,,,,,,\n";
        var report = await Report("families", csv, "?dryRun=true");
        Assert.Equal(("checked", 8, 1, 0, 7), Counts(report));
        Assert.Equal(
            [(2, "birth", "member.birth"), (3, "", "list.other-row"), (4, "cohort", "study.unknown-cohort"), (5, "site", "site.unknown"), (6, "worker", "list.unknown-worker"), (7, "name", "family.not-agreed"), (8, "do_not_call", "import.yes")],
            Faults(report));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("families", csv, "", Roles.Administrator)).StatusCode);
        Assert.Equal(("saved", 8, 1, 0, 7), Counts(await Report("families", csv, "?acceptGood=true")));
        Assert.NotNull(await Find($"F7-{mark}"));
    }

    [Fact]
    public async Task Who_may_be_in_the_study_already_is_said_by_id_at_own_sites_and_without_it_elsewhere()
    {
        var name = $"Double Person {mark}";
        Assert.Equal(("saved", 2, 2, 0, 0), Counts(await Report("families", $"{Header}\n{Family($"D1-{mark}77", name)}")));
        var known = (await Find($"D1-{mark}77"))!;
        var again = $"{Header}\n{Family($"D2-{mark}77", $"PERSON  Mrs Doublé {mark}")}"; // other order, capitals and accents, same postcode
        var report = await Report("families", again, "?dryRun=true");
        Assert.Contains("family.possible-duplicate", Faults(report).Select(f => f.Code));
        Assert.Contains($"{known.Id} at Ashbourne", report.ToString(), StringComparison.Ordinal);
        var elsewhere = await Report("families", again.Replace($"{RunningStudy.OwnSite}", $"{RunningStudy.OtherSite}", StringComparison.Ordinal), "?dryRun=true", Roles.Coordinator, RunningStudy.OtherSite);
        Assert.Contains("family.duplicate-elsewhere", Faults(elsewhere).Select(f => f.Code));
        Assert.DoesNotContain($"{known.Id}", elsewhere.ToString(), StringComparison.Ordinal);
        Assert.Equal(("saved", 2, 2, 0, 0), Counts(await Report("families", $"{Header}\n{Family($"D2-{mark}77", name, why: "cousins of the same name")}")));
        Assert.Contains((await study.Grains.Family((await Find($"D2-{mark}77"))!.Id).History()), h => h.Why == "cousins of the same name");
    }

    [Fact]
    public async Task Two_families_of_one_list_that_may_be_one_are_told_of()
    {
        var report = await Report("families", $"{Header}\n{Family($"E1-{mark}55", $"Echo {mark}")}{Family($"E2-{mark}55", $"Echo {mark}")}", "?dryRun=true");
        Assert.Equal(("checked", 4, 2, 0, 2), Counts(report));
        Assert.Contains("list.same-in-file", Faults(report).Select(f => f.Code));
    }

    [Fact]
    public async Task Allocations_and_case_events_come_in_by_serial_once()
    {
        var family = await study.Family();
        var worker = await study.Worker($"Allocated {mark}");
        var (day, later) = ($"{OpenedStudy.Sampled.AddDays(2):yyyy-MM-dd}", $"{OpenedStudy.Sampled.AddDays(9):yyyy-MM-dd}");
        var allocations = $"serial,worker,holder,from,source,reason\n{family.Serial},{worker.Id},,{day},,\n{family.Serial},,unallocated,{later},duty,left the team\n{family.Serial},,unallocated,{later},,\n";
        Assert.Equal([(4, "reason", "reason.needed")], Faults(await Report("allocations", allocations.Replace(later + ",,\n", $"{OpenedStudy.Sampled.AddDays(12):yyyy-MM-dd},,\n", StringComparison.Ordinal).Replace("unallocated," + $"{OpenedStudy.Sampled.AddDays(12):yyyy-MM-dd}", "closed," + $"{OpenedStudy.Sampled.AddDays(12):yyyy-MM-dd}", StringComparison.Ordinal), "?dryRun=true")));
        var two = string.Join('\n', allocations.Split('\n').Take(3)) + "\n";
        Assert.Equal(("saved", 2, 2, 0, 0), Counts(await Report("allocations", two)));
        Assert.Equal(("saved", 2, 0, 2, 0), Counts(await Report("allocations", two, by: Roles.Coordinator)));

        var events = $"id,event,on,child\n{family.Id},removal,{OpenedStudy.Sampled:yyyy-MM},C1\n{family.Id},re-referral,{day},\n";
        Assert.Equal(("saved", 2, 2, 0, 0), Counts(await Report("case-events", events)));
        Assert.Equal(("saved", 2, 0, 2, 0), Counts(await Report("case-events", events)));
        Assert.Equal([(2, "child", "list.unknown-child")], Faults(await Report("case-events", $"id,event,on,child\n{family.Id},removal,{day},C9\n", "?dryRun=true")));
        var state = (await study.Grains.Family(family.Id).Read())!;
        Assert.Equal((2, 2, family.Child().Id), (state.WorkerSpells.Length, state.CaseEvents.Length, state.CaseEvents[0].Child));
    }

    [Fact]
    public async Task A_file_that_is_none_is_refused_as_a_whole()
    {
        Assert.Equal("list.columns", await Code("families", "serial\nX\n"));
        Assert.Equal("list.empty", await Code("workers", "site,number,name,from\n"));
        Assert.Equal("list.no-id", await Code("allocations", "worker,from\nW,2016\n"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Send("families", $"{Header}\n", "", Roles.Researcher)).StatusCode);
    }

    [Fact]
    public async Task No_contact_value_of_a_file_is_in_a_ledger_a_log_a_report_or_a_refusal()
    {
        var canary = $"Qzcanary{mark}";
        var csv = $"{Header.Replace(",phone", ",phone,email,address,stable_name,stable_relation,stable_phone,stable_address,stable_email,safe_times", StringComparison.Ordinal)}\n{RunningStudy.OwnSite},N-{mark},c1,{Sampled},{Sampled},,,parent,,female,{canary},ZZ1 1ZZ,01632 960777,{canary}@example.org,{canary} Street;Town,{canary} aunt,{canary},01632 960778,{canary} Road;Town,{canary}.aunt@example.org,{canary} evenings,,\n"
            + $"{RunningStudy.OwnSite},M-{mark},c1,{Sampled},{Sampled},,,parent,,female,{canary} two,QZ1 {canary},{canary},{canary},{canary},{canary},{canary},{canary},{canary},{canary},,,\n";
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();
        study.Services.GetRequiredService<ILoggerFactory>().AddProvider(new KeptLines(lines));
        var report = await Report("families", csv, "?acceptGood=true");
        Assert.Equal(("saved", 2, 1, 0, 1), Counts(report));
        Assert.DoesNotContain(lines, line => line.Contains(canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(canary, report.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(canary, await (await Send("families", csv.Replace($"N-{mark}", $"O-{mark}", StringComparison.Ordinal), "", Roles.Administrator)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        var store = study.Services.GetRequiredService<IRecordStore>();
        var (states, records) = (new List<string>(), 0);
        await foreach (var state in store.States(TestContext.Current.CancellationToken)) states.Add(state);
        foreach (var state in states)
            await foreach (var record in store.ReadAll(state, "", TestContext.Current.CancellationToken))
            {
                records++;
                Assert.False(Encoding.UTF8.GetString(record.Content.Span).Contains(canary, StringComparison.OrdinalIgnoreCase), $"{record.Key}");
            }
        Assert.True(records > 1);
    }

    private sealed class KeptLines(System.Collections.Concurrent.ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }

    private async Task<FamilyState?> Find(string serial)
    {
        var found = (await study.Services.GetRequiredService<FamilyRegisters>().BySerial([serial], null))[serial].ToList();
        return found.Count == 0 ? null : await study.Grains.Family(Assert.Single(found).Family).Read();
    }

    private async Task<JsonElement> Report(string list, string csv, string query = "", Roles by = Roles.Administrator, SiteCode? at = null)
    {
        var answer = await Send(list, csv, query, by, at);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body;
    }

    private async Task<string> Code(string list, string csv) =>
        (await (await Send(list, csv, "", Roles.Administrator)).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString()!;

    private async Task<HttpResponseMessage> Send(string list, string csv, string query, Roles by, SiteCode? at = null)
    {
        var visitor = at is { } site ? await study.At(site, by) : await study.As(by);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports/{list}{query}") { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await visitor.Token(study));
        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static (string, int, int, int, int) Counts(JsonElement report) =>
        (report.GetProperty("outcome").GetString()!, report.GetProperty("rows").GetInt32(), report.GetProperty("taken").GetInt32(), report.GetProperty("already").GetInt32(), report.GetProperty("faulty").GetInt32());

    private static List<(int Row, string Column, string Code)> Faults(JsonElement report) =>
        [.. report.GetProperty("faults").EnumerateArray().Select(f => (f.GetProperty("row").GetInt32(), f.TryGetProperty("column", out var c) ? c.GetString() ?? "" : "", f.GetProperty("code").GetString()!))];
}
