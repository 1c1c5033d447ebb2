using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Pages.Sheets;

namespace SosLongitudinal.Tests.Web.Sheets;

/// <summary>Sheets to carry by page: what stands on them and what must not, who may see them, and what became of them.</summary>
public sealed class SheetTests(RunningStudy study)
{
    private static readonly ContactViewer Office = new(true, false, null);
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(11);

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task A_visit_sheet_shows_safety_first_first_names_and_forms_due_and_no_address_number_or_subject()
    {
        var (family, visitor) = (await Known(), await Coordinator);
        await study.Appointment(family, await study.Interviewer(), Day, "14:00");

        var sheet = await Print(visitor, SheetKind.Visit, family);

        Assert.True(sheet.Words.IndexOf("Do not call.", StringComparison.Ordinal) < sheet.Words.IndexOf("Who is there", StringComparison.Ordinal));
        foreach (var shown in new[] { "Moira", "Tamsin", "sdq-p-4-17", "14:00", "home", "Interview: wording not recorded", "Code word: heron", $"{family.Id}" }) Assert.Contains(shown, sheet.Words, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Quillfeather", "Larkspur", "ZZ1 1ZZ", "07700 900123", "07700900456", "moira@", "Ulrica", "Fennimore", "godmother", "960077", "Tansy", "partner" }) Assert.DoesNotContain(hidden, sheet.Text, StringComparison.OrdinalIgnoreCase);
        await NamesNeitherSubjectNorAuthority(sheet);
    }

    [Fact]
    public async Task Labels_are_read_by_the_page_for_paper_forms()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);

        var sheet = await Print(visitor, SheetKind.Labels, family);

        var labels = sheet.Document.QuerySelectorAll(".form-label__text").Select(l => l.TextContent).ToList();
        var sdq = Assert.Single(labels, l => l.Contains(".sdq-p-4-17.", StringComparison.Ordinal));
        Assert.Equal(labels.Count, sheet.Document.QuerySelectorAll("svg.barcode path").Length);
        var researcher = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var found = await researcher.Get(FormsLinks.Batch(OpenedStudy.T1, OpenedStudy.Sdq, Study.Forms.FormMode.Paper, "en", "", sdq));
        Assert.Contains($"{family.Id}", found.Words, StringComparison.Ordinal);
        Assert.Contains("Answered by Parent P1", found.Words, StringComparison.Ordinal);
        await NamesNeitherSubjectNorAuthority(sheet);
    }

    [Fact]
    public async Task An_interviewer_s_day_and_whom_to_try_are_printed_without_names()
    {
        var (family, other, interviewer, visitor) = (await Known(), await study.Family(), await study.Interviewer(), await Coordinator);
        await study.Appointment(family, interviewer, Day, "09:30");
        await study.Appointment(other, interviewer, Day.AddDays(1), "09:30");
        var (careful, tried) = (await Known(), await study.Family()); // those that are booked are not to be tried
        foreach (var one in new[] { careful, tried }) OpenedStudy.Accepted(await study.Grains.Fieldwork(one.Id).Assign(OpenedStudy.T1, interviewer, OpenedStudy.Sampled, OpenedStudy.Stamp()));

        var day = await Print(visitor, SheetKind.Day, null, new("Interviewer", interviewer), new("On.Day", $"{Day.Day}"), new("On.Month", $"{Day.Month}"), new("On.Year", $"{Day.Year}"));
        var attempts = await Print(visitor, SheetKind.Attempts, null, new KeyValuePair<string, string>("Interviewer", interviewer));

        Assert.Contains($"09:30, 60 min {family.Id}home", day.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other.Id}", day.Words, StringComparison.Ordinal);
        Assert.Contains("Do not call.", attempts.Words, StringComparison.Ordinal);
        Assert.Contains($"{tried.Id}", attempts.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other.Id}", attempts.Words, StringComparison.Ordinal);
        foreach (var sheet in new[] { day, attempts })
        {
            Assert.DoesNotContain("Moira", sheet.Text, StringComparison.Ordinal);
            await NamesNeitherSubjectNorAuthority(sheet);
        }
    }

    [Fact]
    public async Task Whoever_printed_it_sees_it_while_it_is_out_and_the_list_says_which_are_out_overdue_and_destroyed()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var printed = await visitor.Post(SheetsLinks.PrintFor(SheetKind.Visit, family.Id, OpenedStudy.T1), Fields(SheetKind.Visit, family));
        var id = printed.Location![(printed.Location!.LastIndexOf('/') + 1)..];

        Assert.Contains($"{id} Visit sheet Out", (await visitor.Get(SheetsLinks.List)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await study.At(RunningStudy.OtherSite, Roles.Coordinator)).Get($"/sheets/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await study.At(RunningStudy.OwnSite, Roles.Administrator)).Get($"/sheets/{id}")).Status);
        await visitor.Post(SheetsLinks.List, new { Chosen = id, End = "Lost", Why = "" }); // asks how
        Assert.Contains($"{id} Visit sheet Out", (await visitor.Get(SheetsLinks.List)).Words, StringComparison.Ordinal);
        await visitor.Post(SheetsLinks.List, new { Chosen = id, End = "Destroyed", Why = "" });

        Assert.DoesNotContain($"{id} Visit sheet", (await visitor.Get(SheetsLinks.List)).Words, StringComparison.Ordinal);
        Assert.Contains($"{id} Visit sheet Destroyed", (await visitor.Get(SheetsLinks.List + "?All=true")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/sheets/{id}")).Status);
    }

    [Fact]
    public async Task What_cannot_be_printed_is_asked_for_again_and_an_interviewer_prints_for_their_own_families_only()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var path = SheetsLinks.Print;

        (await visitor.Post(path, new { Kind = "Visit", Wave = "t1" })).ShouldAskFor("Families", SheetRefusals.Nobody.Sentence);
        (await visitor.Post(path, new { Kind = "Visit", Families = $"{family.Id}" })).ShouldAskFor("Wave", SheetRefusals.Wave.Sentence);
        (await visitor.Post(path, new { Kind = "Visit", Wave = "t1", Families = "K3M9QWX" })).ShouldAskFor("Families", "'K3M9QWX' is not a family's id. Check it for a mistyped character.");
        var interviewer = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        (await interviewer.Post(path, new { Kind = "Visit", Wave = "t1", Families = $"{family.Id}" })).ShouldAskFor("Families", $"There is no family {family.Id} for whom you can print this.");
    }

    private async Task<FamilyState> Known()
    {
        var family = await study.Family();
        var (door, parent, child) = (study.Grains.Contact(family.Id), family.Parent().Id, family.Child().Id);
        OpenedStudy.Accepted(await door.Record(parent, new("Ms Moira Quillfeather") { AddressLines = ["4 Larkspur Row"], Postcode = "ZZ1 1ZZ", Phones = ["07700 900123"], Email = "moira@post.example", Stable = [new("Ulrica Fennimore", "godmother") { Phone = "01632 960077", AddressLines = ["9 Tansy Lane"] }] }, Office, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await door.Record(child, new("Tamsin Quillfeather"), Office, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await door.SetFlags(parent, new() { DoNotCall = true, UnsafeNumbers = ["07700900456"], CodeWord = "heron" }, Office, OpenedStudy.Stamp()));
        return family;
    }

    private static async Task<Page> Print(Visitor visitor, SheetKind kind, FamilyState? family, params KeyValuePair<string, string>[] more)
    {
        var printed = await visitor.Post(SheetsLinks.PrintFor(kind), Fields(kind, family, more));
        Assert.Equal(HttpStatusCode.Redirect, printed.Status);
        return await visitor.Get(printed.Location!);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(SheetKind kind, FamilyState? family, params KeyValuePair<string, string>[] more) =>
        [new("Kind", $"{kind}"), new("Wave", "t1"), new("Families", $"{family?.Id}"), .. more];

    private async Task NamesNeitherSubjectNorAuthority(Page sheet)
    {
        var frame = await study.Services.GetRequiredService<StudyFrames>().Current();
        var words = frame.Sites.Values.SelectMany(s => new[] { s.Name, $"{s.Code}" }).Concat([frame.Design.Title, "social", "protection", "authority", "council", "safeguard", "signs of safety", "case"]);
        foreach (var word in words) Assert.DoesNotContain(word, sheet.Text, StringComparison.OrdinalIgnoreCase);
    }
}
