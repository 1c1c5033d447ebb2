using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;
using SosLongitudinal.Tests.Web.DoubleEntry;
using SosLongitudinal.Tests.Web.Instruments;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Tests.Web.Readme;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Drafts;

namespace SosLongitudinal.Tests.Web.Commands;

/// <summary>Forms, queries, the tray, papers and double entry from the command line, at a server.</summary>
public sealed class FormCommandTests(TwiceStudy study) : IClassFixture<TwiceStudy>
{
    [Fact]
    public async Task A_form_is_shown_edited_locked_and_unlocked_and_its_history_says_so()
    {
        using var line = await Line();
        var form = Name(await study.TwiceEntered());
        Assert.Contains("answer\tsomatic\t1\n", (await line.Run("form", "show", form)).Out, StringComparison.Ordinal);

        Assert.Contains("at version", await line.Done("form", "edit", form, "3=2", "consid=refused", "--reason", "keying-error", "--why", "the paper says 2"), StringComparison.Ordinal);
        Assert.Contains("nothing is changed", await line.Done("form", "edit", form, "3=2", "--reason", "keying-error"), StringComparison.Ordinal);
        await line.Done("form", "lock", form, "--why", "final");
        var locked = await line.Run("form", "edit", form, "3=0", "--reason", "keying-error");
        Assert.Equal((1, true), (locked.Exit, locked.Error.Contains("locked by", StringComparison.Ordinal)));
        await line.Done("form", "unlock", form, "--why", "one answer is wrong");

        var stale = await line.Run("form", "edit", form, "3=0", "--reason", "keying-error", "--version", "1");
        Assert.Equal(1, stale.Exit);
        Assert.Contains("Item 3 (somatic)", stale.Error, StringComparison.Ordinal);
        var history = (await line.Run("form", "history", form)).Out.Split('\n');
        Assert.Contains(history, l => l.Contains("\tedited\tsomatic\t1\t2\t", StringComparison.Ordinal));
        Assert.Contains(history, l => l.Contains("\tunlocked\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_goes_from_open_to_closed_once_however_often_it_is_sent()
    {
        using var line = await Line();
        var form = Name(await study.TwiceEntered());
        for (var i = 0; i < 2; i++) await line.Done("query", "open", form, "--item", "3", "--remark", "Is this a 1?", "--operation", $"cli-query-{form[..7]}");
        var listed = (await line.Run("query", "list", "--state", "open")).Out.Split('\n').Single(l => l.StartsWith(form, StringComparison.Ordinal)).Split('\t');
        Assert.Equal((form, "1", "open", "somatic"), (listed[0], listed[1], listed[2], listed[5]));
        await line.Done("query", "answer", form, "1", "--remark", "Yes.");
        await line.Done("query", "close", form, "1", "--remark", "Seen.");
        Assert.Equal(3, (await line.Run("query", "show", form, "1")).Out.Trim().Split('\n').Length);
        Assert.Equal(1, (await line.Run("query", "close", form, "7", "--remark", "Seen.")).Exit);
        Assert.Equal(1, (await line.Run("query", "open", form, "--item", "99", "--remark", "?")).Exit);
    }

    [Fact]
    public async Task A_second_entry_is_made_blind_settled_and_counted_in_the_agreement_report()
    {
        using var line = await Line();
        var form = Name(await study.OnceEntered());
        var hidden = await line.Run("form", "show", form);
        Assert.Equal(1, hidden.Exit);
        Assert.Contains(form, (await line.Run("entries", "due", "--mine")).Out, StringComparison.Ordinal);

        var keyed = Enumerable.Range(1, 25).Select(n => n switch { 3 => "3=2", 7 => "7=0", _ => $"{n}=1" });
        var entered = await line.Done(["entries", "enter", form, .. keyed, "26=0", "--on", $"{OpenedStudy.Today.AddDays(-3):yyyy-MM-dd}"]);
        Assert.Contains("differs in 2", entered, StringComparison.Ordinal);
        Assert.Contains(form, (await line.Run("entries", "to-settle")).Out, StringComparison.Ordinal);
        Assert.Equal(["3\tsomatic\t1\t2", "7\tobeys\t1\t0"], (await line.Run("entries", "differences", form)).Out.Trim().Split('\n').Select(l => string.Join('\t', l.Split('\t').Take(4))));

        Assert.Equal(1, (await line.Run("entries", "settle", form, "4=first")).Exit);
        Assert.Equal(1, (await line.Run("entries", "settle", form, "7=2")).Exit); // a third value without a reason
        Assert.Contains("1 of 2", (await line.Run("entries", "settle", form, "3=second")).Error, StringComparison.Ordinal);
        var settled = await line.Run("entries", "settle", form, "7=2", "--why", "both misread it");
        Assert.Contains("All differences are settled", settled.Error, StringComparison.Ordinal);
        Assert.Contains("answer\tobeys\t2\n", (await line.Run("form", "show", form)).Out, StringComparison.Ordinal);
        var report = await line.Run("entries", "agreement", "--by", "instrument");
        Assert.Contains("settled", report.Error, StringComparison.Ordinal);
        Assert.Contains(report.Out.Split('\n'), row => row.StartsWith("instrument\tsdq-p-4-17\t", StringComparison.Ordinal));
        Assert.Equal(0, (await line.Run("entries", "agreement", "--coding")).Exit);
    }

    [Fact]
    public async Task A_second_entry_is_keyed_by_the_numbers_of_the_first_entrys_version()
    {
        using var line = await Line();
        var (id, filled) = ("cli-housing-twice", OpenedStudy.Today.AddDays(-2));
        await study.Published(id);
        var noisy = Housing.First.Items.Take(2).Append(new() { Name = "noise", Number = 3, Label = "How often is it noisy?", Choices = "often" }).Concat(Housing.First.Items.Skip(2).Select(i => i with { Number = i.Number + 1 }));
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, $"instruments/{id}/draft", DraftedForms.Housing(id, Housing.First with { Version = 2, Sections = [new("The home", [.. noisy])] }))).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Post, $"instruments/{id}/publish")).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, $"instruments/{id}/in-force/t1", $$"""{"version":2,"from":"{{OpenedStudy.Today.AddDays(-5):O}}"}""")).Status);
        await line.Done("entries", "declare", id, "100");
        var family = await study.Family();
        var form = $"{family.Id}/t1/{id}/family/{$"{family.Parent().Id}"[8..]}";
        var path = $"families/{family.Id}/forms/t1/{id}/family/{family.Parent().Id}";
        var old = $$$"""{"completedOn":"{{{filled:O}}}","instrumentVersion":1,"answers":{"rooms":4,"tenure":1,"damp":2,"cold":1,"garden":1},"reason":"asked of every family"}""";
        Assert.Equal(HttpStatusCode.Created, (await study.Ask(HttpMethod.Put, path, old, Roles.Coordinator)).Status);

        var entered = await line.Done("entries", "enter", form, "1=4", "2=1", "3=3", "4=1", "5=1", "--on", $"{filled:yyyy-MM-dd}");

        Assert.Contains("differs in 1", entered, StringComparison.Ordinal);
        Assert.StartsWith("3\tdamp\t2\t3", (await line.Run("entries", "differences", form)).Out, StringComparison.Ordinal);
        var (status, asked) = await study.Ask(HttpMethod.Get, $"{path}/second");
        Assert.Equal((HttpStatusCode.OK, 1, "differs"), (status, asked.GetProperty("instrumentVersion").GetInt32(), asked.GetProperty("status").GetString()));
        Assert.DoesNotContain("answers", asked.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_without_an_id_is_keyed_matched_boxed_and_its_form_moved_to_whom_it_belongs()
    {
        using var line = await Line();
        var (family, right, day) = (await study.Family(), await study.Family(), $"{OpenedStudy.Today.AddDays(-3):yyyy-MM-dd}");
        var (form, to) = (Name(family), Name(right));
        var paper = (await line.Done("tray", "add", "ashbourne", "sdq-p-4-17", "1=1", "3=2", "--batch", "2024", "--box", "B1", "--received", day, "--note", "no id on it")).Split(' ')[0];
        Assert.Contains($"{paper}\twaiting\tsdq-p-4-17", (await line.Run("tray", "list")).Out, StringComparison.Ordinal);
        await line.Done("tray", "match", paper, form, "--on", day);
        Assert.Equal(1, (await line.Run("tray", "discard", paper, "--why", "nobody's")).Exit);
        await line.Done("paper", "note", form, "boxed", "--on", day, "--box", "B2");
        Assert.Contains($"{form}\tashbourne", (await line.Run("paper", "list", "--box", "B2")).Out, StringComparison.Ordinal);

        Assert.Contains(to, await line.Done("form", "move", form, to, "--why", "wrong id keyed"), StringComparison.Ordinal);
        Assert.Equal(1, (await line.Run("form", "show", form)).Exit);
        Assert.Contains("moved here", (await line.Run("form", "history", to)).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await line.Run("form", "swap", form, to, "--why", "wrong id keyed")).Exit);
        await line.Done("form", "not-achieved", form, "--reason", "not-returned", "--on", day);
        await line.Done(["form", "enter", form, .. Enumerable.Range(1, 25).Select(n => $"{n}=1"), "26=0", "--on", day]); // a form that arrives later takes its place
        Assert.Equal(1, (await line.Run("form", "enter", form, "1=1", "--on", day)).Exit);
    }

    [Fact]
    public async Task A_matched_form_is_its_keyers_and_its_second_entry_is_neither_theirs_nor_the_matchers()
    {
        using var matcher = await Line();
        using var keyer = new CommandLine(["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Researcher)).Token(study))!]);
        using var third = new CommandLine(["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Coordinator)).Token(study))!]);
        var (form, day) = (Name(await study.Family()), $"{OpenedStudy.Today.AddDays(-3):yyyy-MM-dd}");
        var paper = (await keyer.Done(["tray", "add", "ashbourne", "sdq-p-4-17", .. Enumerable.Range(1, 25).Select(n => $"{n}=1"), "26=0", "--batch", "2024", "--box", "B1", "--received", day])).Split(' ')[0];
        await matcher.Done("tray", "match", paper, form, "--on", day);

        Assert.Contains("entered-by\tresearcher-every@study.example", (await matcher.Run("form", "show", form)).Out, StringComparison.Ordinal);
        foreach (var (line, isListed) in new[] { (keyer, false), (matcher, false), (third, true) })
            Assert.Equal(isListed, (await line.Run("entries", "due", "--mine")).Out.Contains(form, StringComparison.Ordinal));
        var refused = await matcher.Run("entries", "enter", form, "1=1", "--on", day);
        Assert.Equal((1, true), (refused.Exit, refused.Error.Contains("You matched this form", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_somebody_typed_and_did_not_save_is_listed_to_them_alone_and_thrown_away()
    {
        using var line = await Line();
        var typist = await study.As(Roles.Interviewer);
        var person = new Person(AccountKey.Parse("interviewer-every@study.example"), "Typist", Roles.Interviewer, SiteScope.All);
        var operation = OperationId.New();
        await study.Services.GetRequiredService<DraftStore>().Save(person, new($"{operation}", "/families", "SDQ of somebody", [new("answer.consid", "2")], DateTimeOffset.UtcNow));
        string[] own = ["--server", study.Address.ToString(), "--token", (await typist.Token(study))!];
        using var theirs = new CommandLine(own);

        Assert.StartsWith($"{operation}\t", (await theirs.Run("form", "drafts")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain($"{operation}", (await line.Run("form", "drafts")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await line.Run("form", "drafts", "--forget", $"{operation}")).Exit);
        await theirs.Done("form", "drafts", "--forget", $"{operation}");
        Assert.Equal("", (await theirs.Run("form", "drafts")).Out);
    }

    [Fact]
    public async Task A_folder_that_no_server_has_open_is_worked_on_alike()
    {
        using var folder = new TempFolder();
        string token, family;
        await using (var store = SqliteRecordStore.Open(folder.File("data"))) token = await SmallStudy.Plant(store);
        await using (var served = await SosProcess.Serve("--data", folder.File("data"))) family = await ImportedFiles.Enrol(served, token);
        Task<Sos> Run(params string[] arguments) => Sos.Run(folder.Path, [.. arguments, "--data", "data"]);

        var members = JsonDocument.Parse((await Run("call", "get", $"families/{family}")).Out).RootElement.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("id").GetString()!).ToList();
        var form = $"{family}/t1/sdq-p-4-17/{members.First(m => m[8] == 'C')}/{members.First(m => m[8] == 'P')}";
        var entered = await Run(["form", "enter", form, .. Enumerable.Range(1, 25).Select(n => $"{n}=1"), "26=0", "--on", "2024-03-01"]);
        Assert.True(entered.Exit == 0, entered.Error);
        Assert.Equal(0, (await Run("query", "open", form, "--item", "3", "--remark", "Is this a 1?")).Exit);
        Assert.Single((await Run("query", "list", "--json")).Out.Trim().Split('\n'), l => JsonDocument.Parse(l).RootElement.GetProperty("item").GetString() == "somatic");
        Assert.Contains(" 0 faults", (await Run("verify")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_names_no_form_or_no_case_is_wrong_usage()
    {
        using var line = await Line();
        foreach (var wrong in new string[][] { ["form", "show", "nobody/t1/sdq-p-4-17/C1/P1"], ["query", "list", "--state", "lost"], ["paper", "note", "x", "sent", "--on", "2026-01-01"], ["tray", "discard", "17", "--why", "x"], ["entries", "agreement", "--by", "colour"] })
            Assert.Equal((2, true), await line.Run(wrong) is var run ? (run.Exit, run.Error.Contains("--help", StringComparison.Ordinal)) : default);
    }

    private static string Name(FamilyState family) =>
        family.SdqPlace() is var place ? $"{family.Id}/{place.Wave}/{place.Instrument}/{place.Subject}/{place.Respondent}".Replace($"{family.Id}-", "", StringComparison.Ordinal) : "";

    private async Task<CommandLine> Line() => new(["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Researcher | Roles.Administrator)).Token(study))!]);

    private sealed class CommandLine(string[] door) : IDisposable
    {
        private readonly TempFolder folder = new();

        public Task<Sos> Run(params string[] arguments) => Sos.Run(folder.Path, [.. arguments, .. door]);

        public async Task<string> Done(params string[] arguments)
        {
            var run = await Run(arguments);
            Assert.True(run.Exit == 0, $"{string.Join(' ', arguments)}: {run.Error}");
            return run.Out;
        }

        public void Dispose() => folder.Dispose();
    }
}
