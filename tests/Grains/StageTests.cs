using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Tests.Grains;

public sealed class StageTests(StudyCluster study)
{
    [Fact]
    public async Task Contact_details_are_refused_before_the_family_agreed_to_contact_and_taken_after()
    {
        var family = await study.Family(Some.Enrolment());
        var mother = family.Members[1].Id;
        var office = new ContactViewer(Office: true, Interviewer: false, Sites: null);
        var doors = study.Grains.Enrolment(family.Id);
        Some.Accepted(await doors.Screen(true, new(2024, 1, 6), Some.Stamp()));
        Some.Accepted(await doors.Approach("worker AB", new(2024, 1, 7), Some.Stamp()));
        Assert.Equal("family.not-agreed", Some.Refused(await study.Grains.Contact(family.Id).Record(mother, new("J. Example"), office, Some.Stamp())).Code);
        Assert.Equal("family.not-agreed", Some.Refused(await study.Grains.Contact(family.Id).SetFlags(mother, new(), office, Some.Stamp())).Code);

        Some.Accepted(await doors.AgreeToContact(new(2024, 1, 8), Some.Stamp()));

        Some.Accepted(await study.Grains.Contact(family.Id).Record(mother, new("J. Example"), office, Some.Stamp()));
    }

    [Fact]
    public async Task A_form_is_refused_before_the_consent_that_covers_it()
    {
        var family = await study.Family(Some.Enrolment() with { AgreedOn = new(2024, 1, 8) });
        Assert.Equal(Stage.AgreedToContact, family.Stage);
        Assert.Equal("form.no-consent", Some.Refused(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp())).Code);

        Some.Accepted(await study.Grains.Enrolment(family.Id).Consent(Study.Consent.ConsentScope.Interview, null, "parent", new(2024, 2, 2), Some.Stamp()));
        Assert.Equal("form.no-consent", Some.Refused(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp())).Code);

        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family) with { CompletedOn = new(2024, 2, 2) }, Some.Stamp()));
    }

    [Fact]
    public async Task Two_silos_see_each_others_commits()
    {
        var family = Some.Accepted(await study.GrainsOf(0).Enrol(Some.Consented(), Some.Stamp()));
        Some.Accepted(await study.GrainsOf(1).Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));
        Assert.Single((await study.GrainsOf(0).Family(family.Id).Read())!.Forms);
        var found = await study.Service<SosLongitudinal.Grains.Registers.FamilyRegisters>(1).Find(new() { Text = family.Id.ToString() });
        Assert.Single(Assert.Single(found.Rows).Family.Forms);
    }
}
