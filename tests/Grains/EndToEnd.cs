using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Tests.Grains;

public sealed class EndToEnd(StudyCluster study)
{
    [Fact]
    public async Task A_family_is_enrolled_its_worker_changes_and_an_sdq_is_entered_and_found()
    {
        var worker = Some.Accepted(await study.Grains.RegisterWorker(new("A. Example", Some.Site, "North", Employment.Agency, new(2023, 1, 1)), Some.Stamp()));
        var enrolment = Some.Consented() with { Serial = "end-to-end" };
        var stamp = Some.Stamp();
        var family = Some.Accepted(await study.Grains.Enrol(enrolment, stamp));
        Assert.Equal(family.Id, Some.Accepted(await study.Grains.Enrol(enrolment, stamp)).Id);
        Assert.Equal(Stage.Consented, family.Stage);

        var allocated = Some.Accepted(await study.Grains.Case(family.Id).Allocate(new CaseHolder.Named(worker.Id), new DateOnly(2024, 1, 1), "authority", null, Some.Stamp()));
        Assert.Single(allocated.WorkerSpells);

        var entry = Some.Sdq(family);
        var form = Some.Stamp();
        var receipt = Some.Accepted(await study.Grains.Forms(family.Id).Enter(entry, form));
        Assert.Equal(receipt.Form.Version, Some.Accepted(await study.Grains.Forms(family.Id).Enter(entry, form)).Form.Version);
        Assert.Equal("operation.reused", Some.Refused(await study.Grains.Forms(family.Id).Enter(entry with { Language = "cy" }, form)).Code);
        Assert.Equal("form.already-entered", Some.Refused(await study.Grains.Forms(family.Id).Enter(entry, Some.Stamp())).Code);

        var page = await study.Registers.Find(new FamilyQuestion { Site = Some.Site, Text = "end-to-end" });
        var row = Assert.Single(page.Rows);
        Assert.Equal(DueState.Achieved, row.Due.Single(t => t.Track == Track.Interview).State);
    }
}
