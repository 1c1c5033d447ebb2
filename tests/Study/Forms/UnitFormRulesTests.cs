using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms;

public sealed class UnitFormRulesTests
{
    private static readonly SocialWorker Amina = Small.Worker(WorkerOf("amina"))!;

    private static Stamp Stamp(string? why = null) => new(OperationId.New(), FamilyBuilder.By, new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero), why);

    private static UnitFormEntry Entry(string instrument, string item, int answer, string on = "2026-03-01")
    {
        var definition = InstrumentShelf.Library[instrument];
        var answers = AnswerRules.Check(definition, new Dictionary<string, Answer> { [item] = Answer.Of(answer), ["implement"] = Answer.Of(5) }.Where(a => definition.ItemOf(a.Key) is not null).ToDictionary()).Accepted();
        return new(T1, definition.Id, definition.Version, FamilyBuilder.Day(on), FormMode.Online, "en", answers.Answers);
    }

    private static SocialWorker After(SocialWorker worker, UnitFormEntry entry, string? why = null)
    {
        var stamp = Stamp(why);
        return WorkerRules.EnterForm(worker, Small, entry, stamp).Accepted().Aggregate(worker, (w, fact) => SocialWorker.Fold(w, new(new(1, stamp.At, stamp.By, stamp.Operation, ""), fact, why)));
    }

    [Fact]
    public void A_workers_form_is_kept_with_who_entered_it()
    {
        var form = After(Amina, Entry("worker-survey", "use_map", 3)).Forms.Single();
        Assert.Equal((FamilyBuilder.By, new DateOnly(2026, 3, 1)), (form.EnteredBy, form.Entry.CompletedOn));
    }

    [Fact]
    public void The_same_form_again_changes_nothing_and_another_needs_a_reason()
    {
        var worker = After(Amina, Entry("worker-survey", "use_map", 3));
        Assert.Empty(WorkerRules.EnterForm(worker, Small, Entry("worker-survey", "use_map", 3), Stamp()).Accepted());
        Assert.Equal("form.already-here", WorkerRules.EnterForm(worker, Small, Entry("worker-survey", "use_map", 4), Stamp()).Refused().Code);
        var corrected = After(worker, Entry("worker-survey", "use_map", 4), "misread");
        Assert.Equal(Answer.Of(4), corrected.Forms.Single().Entry.Answers["use_map"]);
    }

    [Theory]
    [InlineData("form.subject-kind", "site-profile", "2026-03-01")]
    [InlineData("form.subject-kind", "sdq-p-4-17", "2026-03-01")]
    [InlineData("form.future-date", "worker-survey", "2026-06-01")]
    public void What_holds_of_every_form_holds_of_a_workers(string code, string instrument, string on) =>
        Assert.Equal(code, WorkerRules.EnterForm(Amina, Small, Entry(instrument, "implement", 1, on), Stamp()).Refused().Code);

    [Fact]
    public void Nobody_answers_after_they_have_left()
    {
        var left = Amina with { LeftOn = new DateOnly(2026, 2, 1) };
        Assert.Equal("worker.has-left", WorkerRules.EnterForm(left, Small, Entry("worker-survey", "use_map", 3), Stamp()).Refused().Code);
    }

    [Fact]
    public void A_site_rates_itself_once_a_wave()
    {
        var site = Small.Sites[Ashmere];
        var facts = SiteRules.EnterForm(site, Small, Entry("site-profile", "prog1", 2), Stamp()).Accepted();
        Assert.IsType<SiteFact.FormEntered>(facts.Single());
        Assert.Equal("site.unknown", SiteRules.EnterForm(new Site(new("nowhere"), ""), Small, Entry("site-profile", "prog1", 2), Stamp()).Refused().Code);
    }
}
