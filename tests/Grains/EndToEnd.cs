using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Tests.Grains;

public sealed class EndToEnd(StudyCluster study)
{
    [Fact]
    public async Task A_family_is_enrolled_its_worker_changes_and_an_sdq_is_entered_and_found()
    {
        var design = new StudyDesign
        {
            Title = "A small study",
            Bands = [new("new", "New")],
            Cohorts = [new(new("c1"), "Cohort 1", new(2026, 1, 1), new(2026, 12, 31))],
            Waves = [new(new("t1"), "Time 1", 1)],
            Schedule = [new(new("sdq-p-4-17"), DueSubject.StudyChild, DueRespondent.MainCarer, 4, 17) { Required = true }],
        };
        Accepted(await study.Grains.Study().Open(design, Stamp()));
        Accepted(await study.Grains.Site(new("ashmere")).Open("Ashmere", Stamp()));
        var worker = Accepted(await study.Grains.RegisterWorker(new("A. Example", new("ashmere"), "North", Employment.Agency, new(2025, 1, 1)), Stamp()));

        var enrolment = new Enrolment(new("ashmere"), new("c1"), "A-001", new(2026, 1, 5),
            [new(MemberRole.Child, new(2018, 3), Sex.Female, new DateOnly(2026, 1, 5)), new(MemberRole.Parent, null, Sex.Female, new DateOnly(2026, 1, 5))])
        {
            ConsentedOn = new(2026, 1, 10), Consents = [ConsentScope.Interview],
        };
        var stamp = Stamp();
        var family = Accepted(await study.Grains.Enrol(enrolment, stamp));
        Assert.Equal(family.Id, Accepted(await study.Grains.Enrol(enrolment, stamp)).Id);
        Assert.Equal(Stage.Consented, family.Stage);

        var allocated = Accepted(await study.Grains.Case(family.Id).Allocate(new CaseHolder.Named(worker.Id), new DateOnly(2026, 1, 1), "authority", null, Stamp()));
        Assert.Single(allocated.WorkerSpells);

        var sdq = InstrumentShelf.Library["sdq-p-4-17"];
        var sent = sdq.Items.Where(i => i.Number <= 25).ToDictionary(i => i.Name, _ => JsonSerializer.SerializeToElement(1));
        var answers = Accepted(AnswerRules.Check(sdq, sent));
        var place = new FormPlace(new("t1"), sdq.Id, family.IndexChild!.Value, family.Members[1].Id);
        var entry = new FormEntry(place, sdq.Version, new(2026, 2, 1), FormMode.Paper, "en", answers);
        var form = Stamp();
        var receipt = Accepted(await study.Grains.Forms(family.Id).Enter(entry, form));
        Assert.Equal(receipt.Form.Version, Accepted(await study.Grains.Forms(family.Id).Enter(entry, form)).Form.Version);
        Assert.Equal("operation.reused", Refused(await study.Grains.Forms(family.Id).Enter(entry with { Language = "cy" }, form)).Code);
        Assert.Equal("form.already-entered", Refused(await study.Grains.Forms(family.Id).Enter(entry, Stamp())).Code);

        var page = await study.Registers.Find(new FamilyQuestion { Site = new("ashmere") });
        var row = Assert.Single(page.Rows);
        Assert.Equal(DueState.Achieved, row.Due.Single(t => t.Track == Track.Interview).State);
    }

    private static Stamp Stamp(string? why = null) => new(OperationId.New(), "test@example.org", DateTimeOffset.UtcNow, why);

    private static T Accepted<T>(Decision<T> decision) => decision.Match(value => value, why => throw new Xunit.Sdk.XunitException($"{why.Code}: {why.Sentence}"));

    private static Refusal Refused<T>(Decision<T> decision) => decision.Match(_ => throw new Xunit.Sdk.XunitException("It was accepted."), why => why);
}
