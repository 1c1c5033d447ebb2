using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>Paper forms one after another without script: the id first, then the form with what is known.</summary>
public sealed class BatchTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(-1);

    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    [Fact]
    public async Task What_the_forms_have_in_common_is_asked_once()
    {
        var none = await (await Researcher).Post(FormsLinks.ChooseBatch, new { Instrument = "", Wave = "", Mode = "Paper", Language = "en", Box = "" });
        none.ShouldAskFor("Instrument", "Choose the instrument.");
        var chosen = await (await Researcher).Post(FormsLinks.ChooseBatch, new { Instrument = "sdq-p-4-17", Wave = "t1", Mode = "Paper", Language = "en", Box = "7" });
        Assert.Equal("/forms/batch/t1/sdq-p-4-17?mode=Paper&language=en&box=7", chosen.Location);
    }

    [Fact]
    public async Task Without_script_the_id_leads_to_the_form_and_the_form_is_saved()
    {
        var family = await study.Family();
        var found = await (await Researcher).Post(KeyedSdq.Address, new Dictionary<string, string> { ["Paper.Id"] = family.Id.ToString(), ["step"] = "find" });
        Assert.Contains("girl, born", found.Words, StringComparison.Ordinal);
        Assert.Contains("Answered by Parent P1", found.Words, StringComparison.Ordinal);
        Assert.Null(found.Document.QuerySelector("[data-when-ready][hidden]"));

        var saved = await (await Researcher).Send(found, KeyedSdq.Address, Typed(family, Day));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var next = await (await Researcher).Get(saved.Location!);
        Assert.Contains($"Saved: {family.Child().Id}", next.Words, StringComparison.Ordinal);
        Assert.Contains("Total difficulties 22", next.Document.QuerySelector("[data-recent]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", next.ValueOf("Paper.Id"));
        Assert.Equal("7", Assert.Single((await study.Grains.Family(family.Id).Read())!.Receipts).NoteOf(Study.Forms.Receipts.ReceiptStep.Boxed)!.Box);
    }

    [Fact]
    public async Task Without_a_date_nothing_is_saved_and_the_date_is_asked_for()
    {
        var family = await study.Family();
        var found = await (await Researcher).Post(KeyedSdq.Address, new Dictionary<string, string> { ["Paper.Id"] = family.Id.ToString(), ["step"] = "find" });
        var typed = Typed(family, Day);
        typed["Paper.On"] = "";
        var asked = await (await Researcher).Send(found, KeyedSdq.Address, typed);
        asked.ShouldAskFor("Paper.On", "Enter the date on the form, such as 4/3/16 or 040316.");
        Assert.NotNull(asked.Document.QuerySelector("[name='answer.restles'][value='1'][checked]"));
        Assert.Empty((await study.Grains.Family(family.Id).Read())!.Forms);
    }

    [Fact]
    public async Task A_mistyped_id_a_family_elsewhere_and_a_label_of_another_wave_say_what_to_do()
    {
        var family = await study.Family();
        var id = family.Id.ToString();
        Assert.Contains("That is not an id.", (await Find(id[..6] + (id[6] == '2' ? '3' : '2'))).Text, StringComparison.Ordinal);
        var elsewhere = await study.Family(RunningStudy.OtherSite);
        Assert.Contains($"There is no family {elsewhere.Id} at your sites.", (await Find(elsewhere.Id.ToString())).Text, StringComparison.Ordinal);
        var label = await Find($"{family.Child().Id}.t2.sdq-p-4-17.P1");
        Assert.Contains("This label is of another batch", label.Text, StringComparison.Ordinal);
        Assert.Contains($"/forms/batch/t2/sdq-p-4-17?mode=Paper&amp;language=en&amp;box=7&amp;id={family.Child().Id}.t2.sdq-p-4-17.P1", label.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_a_family_is_said_before_anything_is_keyed()
    {
        var withdrew = await study.Family();
        var since = OpenedStudy.Today.AddDays(-3);
        OpenedStudy.Accepted(await study.Grains.Enrolment(withdrew.Id).Withdraw([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, since, OpenedStudy.Stamp("asked")));
        Assert.Contains($"Consent was withdrawn from {since.Words()}. A form filled in since cannot be kept.", await Told(withdrew), StringComparison.Ordinal);

        var died = await study.Family();
        OpenedStudy.Accepted(await study.Grains.Case(died.Id).RecordEvent(CaseEventKind.Death, since, died.Child().Id, "authority", OpenedStudy.Stamp()));
        Assert.Contains($"Child C1 died ({since.Words()}).", await Told(died), StringComparison.Ordinal);

        var moved = await study.Family(RunningStudy.OtherSite);
        OpenedStudy.Accepted(await study.Grains.Members(moved.Id).Move(RunningStudy.OwnSite, since, OpenedStudy.Stamp("moved")));
        Assert.Contains("The family moved to Ashbourne", await Told(moved), StringComparison.Ordinal);
        Assert.DoesNotContain("Note", await Told(await study.Family()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_locked_and_one_of_a_version_of_its_day_are_said_as_such()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        OpenedStudy.Accepted(await study.Grains.FormWork(family.Id).Lock(family.SdqPlace(), OpenedStudy.Stamp("final")));
        Assert.Contains("(final). An administrator can unlock it.", await Told(family), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Researcher).Get(KeyedSdq.Address + "&version=9")).Status);
        Assert.Contains("ages 4 to 17, version 1", (await (await Researcher).Get(KeyedSdq.Address + "&version=1")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_asked_a_reason_at_the_reason_and_kept_with_it()
    {
        var young = await study.Family(age: 2);
        var found = await (await Researcher).Post(KeyedSdq.Address, new Dictionary<string, string> { ["Paper.Id"] = $"{young.Id}", ["step"] = "find" });
        Assert.NotNull(found.Document.QuerySelector("#Paper-On[autofocus]"));
        var asked = await (await Researcher).Send(found, KeyedSdq.Address, Typed(young, Day));
        asked.ShouldAskFor("Paper.Reason", "The child's age on this date is not within sdq-p-4-17's ages (4 to 17). Say why it is kept all the same, or correct the id or the date.");
        Assert.Equal(["Paper-Reason"], asked.Document.QuerySelectorAll("[autofocus]").Select(f => f.Id));
        Assert.Equal(HttpStatusCode.Redirect, (await (await Researcher).Send(asked, KeyedSdq.Address, Typed(young, Day).But(("Paper.Reason", "the parent insisted")))).Status);
    }

    [Fact]
    public async Task A_day_is_held_against_the_interview_the_ages_and_what_would_refuse_the_form()
    {
        var family = await study.Family();
        var visit = new Visit(Day.AddDays(-3), null, VisitMode.FaceToFace, "home");
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).RecordInterview(OpenedStudy.T1, new([visit], family.Parent().Id, "first@study.example", "en", Interpreter.None, ""), OpenedStudy.Stamp()));
        var notices = await Check(family, Day.ToString("dd/MM/yy", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("3 days after the interview of", notices.Text, StringComparison.Ordinal);
        Assert.Contains("Age 8 on that day", notices.Text, StringComparison.Ordinal);
        Assert.Contains("The form's date lies in the future.", (await Check(family, OpenedStudy.Today.AddDays(3).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture))).Text.Replace("&#x27;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        var young = await study.Family(age: 2);
        Assert.Contains("Why is this form kept all the same?", (await Check(young, Day.ToString("ddMMyy", System.Globalization.CultureInfo.InvariantCulture))).Text, StringComparison.Ordinal);
    }

    /// <summary>What the part of the page says that an id leads to.</summary>
    private async Task<string> Told(FamilyState family) => string.Join(' ', (await Find($"{family.Id}")).Document.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, string> Typed(FamilyState family, DateOnly on)
    {
        var typed = SdqAnswers.Typed(family, on).Where(t => t.Key.StartsWith("answer.", StringComparison.Ordinal)).ToDictionary();
        return typed.But(("Paper.Id", family.Id.ToString()), ("Paper.On", on.ToString("d'/'M'/'yy", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task<Page> Find(string text) => await (await Researcher).Get($"{KeyedSdq.Address}&handler=Find&Paper.Id={text}");

    private async Task<Page> Check(FamilyState family, string on) => await (await Researcher).Get($"{KeyedSdq.Address}&handler=Check&Paper.About={family.Child().Id}&Paper.On={on}&Paper.Sure=true");
}
