using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;

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

    private static Dictionary<string, string> Typed(FamilyState family, DateOnly on)
    {
        var typed = SdqAnswers.Typed(family, on).Where(t => t.Key.StartsWith("answer.", StringComparison.Ordinal)).ToDictionary();
        return typed.But(("Paper.Id", family.Id.ToString()), ("Paper.On", on.ToString("d'/'M'/'yy", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task<Page> Find(string text) => await (await Researcher).Get($"{KeyedSdq.Address}&handler=Find&Paper.Id={text}");

    private async Task<Page> Check(FamilyState family, string on) => await (await Researcher).Get($"{KeyedSdq.Address}&handler=Check&Paper.About={family.Child().Id}&Paper.On={on}&Paper.Sure=true");
}
