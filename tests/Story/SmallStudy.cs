using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Story.Telling;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Story;

/// <summary>
/// The whole product on one page: three families, two sites, three waves. Read the script here and what came of it in SmallStudy.Timeline.approved.txt, then
/// what an analyst sees after each wave in the files beside it.
/// </summary>
public sealed class SmallStudy
{
    [Fact]
    public async Task A_small_study_is_told_from_its_first_family_to_its_third_wave()
    {
        await using var story = await Teller.Begin();

        story.Chapter("Time 1");
        await story.On("2026-01-02", "opens", (_, s) => story.Grains.Study().Open(SmallDesign, s));
        await story.On("2026-01-02", "opens Ashmere", (_, s) => story.Grains.Site(Ashmere).Open("Ashmere", s));
        await story.On("2026-01-02", "opens Birchford", (_, s) => story.Grains.Site(Birchford).Open("Birchford", s));
        await story.On("2026-01-02", "calls Ashmere new", (on, s) => story.Grains.Site(Ashmere).SetBand("new", on, s));
        await story.On("2026-01-02", "calls Birchford experienced", (on, s) => story.Grains.Site(Birchford).SetBand("experienced", on, s));
        var amina = await story.Hires("2026-01-03", "Amina", new("A. Amina", Ashmere, "North", Employment.Permanent, new(2024, 9, 1)));
        var cass = await story.Hires("2026-01-03", "Cass", new("C. Cass", Ashmere, "North", Employment.Agency, new(2025, 11, 1)));

        await story.On("2026-01-05", "drafts Housing", (_, s) => HousingOf(story).Draft(Housing.First, s));
        await story.On("2026-01-06", "publishes Housing 1", (_, s) => HousingOf(story).Publish(s));

        var larch = await story.Enrols("2026-01-12", "Larch", From(Ashmere, "A-001", Child("2018-03"), Adult(), Adult(), Teacher()));
        var rowan = await story.Enrols("2026-01-12", "Rowan", From(Ashmere, "A-002", Child("2020-09"), Adult()));
        var sorrel = await story.Enrols("2026-01-14", "Sorrel", From(Birchford, "B-001", Child("2013-04"), Adult()));

        await story.On("2026-01-20", larch, (f, _, s) => f.Case.Allocate(new CaseHolder.Named(amina), new(2025, 11), "authority", null, s));
        await story.On("2026-01-20", rowan, (f, _, s) => f.Case.Allocate(new CaseHolder.Named(amina), new(2025, 6), "authority", null, s));
        await story.On("2026-01-20", sorrel, (f, _, s) => f.Case.Allocate(new CaseHolder.Unidentified("duty list, initials JB"), new(2025), "authority", null, s));

        await story.On("2026-02-10", larch, (f, on, s) => f.Fieldwork.RecordInterview(T1, f.Met(f.Mother, on), s));
        await story.On("2026-02-10", larch, (f, on, s) => f.Forms.Enter(f.Form(T1, "parent-questionnaire", on, 2, Party.Family, f.Mother), s));
        await story.On("2026-02-10", larch, (f, on, s) => f.Forms.Enter(f.Form(T1, "sdq-p-4-17", on, 1, f.Child, f.Mother), s));
        await story.On("2026-02-10", larch, (f, on, s) => f.Forms.Enter(f.Filled(T1, Housing.First, on, 4, 3, 3, 1, 1), s), "asked of every family");
        await story.On("2026-02-11", larch, (f, on, s) => f.Forms.Enter(f.Form(T1, "sdq-p-4-17", on, 2, f.Child, f.Mother), s)); // another researcher has the same paper
        await story.On("2026-02-20", rowan, (f, on, s) => f.Fieldwork.RecordInterview(T1, f.Met(f.Mother, on), s));
        await story.On("2026-02-20", rowan, (f, on, s) => f.Forms.Enter(f.Form(T1, "parent-questionnaire", on, 1, Party.Family, f.Mother), s));
        await story.On("2026-02-20", rowan, (f, on, s) => f.Forms.Enter(f.Filled(T1, Housing.First, on, 2, 2, 2, 3, 0), s), "asked of every family");
        await story.On("2026-02-20", rowan, (f, on, s) => f.Forms.Enter(f.Form(T1, "sdq-p-2-4", on, 1, f.Child, f.Mother), s)); // the child is five
        await story.On("2026-02-20", rowan, (f, on, s) => f.Forms.Enter(f.Form(T1, "sdq-p-2-4", on, 1, f.Child, f.Mother), s), "the wrong pack was taken along");
        await story.On("2026-03-02", rowan, (f, _, s) => f.Members.Correct(f.Child, new(2020, 6), Sex.Female, s), "birth certificate");
        await story.On("2026-03-05", sorrel, (f, on, s) => f.Fieldwork.RecordInterview(T1, f.Met(f.Mother, on), s));
        await story.On("2026-03-05", sorrel, (f, on, s) => f.Forms.Enter(f.Form(T1, "parent-questionnaire", on, 2, Party.Family, f.Mother), s));
        await story.On("2026-03-05", sorrel, (f, on, s) => f.Forms.Enter(f.Form(T1, "sdq-p-4-17", on, 2, f.Child, f.Mother), s));
        await story.On("2026-03-05", sorrel, (f, on, s) => f.Forms.Enter(f.Form(T1, "sdq-s-11-17", on, 1, f.Child, f.Child), s));
        await story.On("2026-03-20", larch, (f, on, s) => f.Forms.MarkNotAchieved(new(T1, new("sdq-t-4-17"), f.Child, f.Teacher), NotAchievedReason.NotReturned, on, s));
        await Approve(story, "Time1");

        story.Chapter("Between, and Time 2");
        await story.On("2026-04-08", larch, (f, on, s) => f.Case.Allocate(new CaseHolder.Named(cass), on, "authority", null, s)); // a change needs its reason
        await story.On("2026-04-08", larch, (f, on, s) => f.Case.Allocate(new CaseHolder.Named(cass), on, "authority", null, s), "Amina moved to another team");
        await story.On("2026-04-20", sorrel, (f, on, s) => f.Enrolment.Withdraw([ConsentScope.CaseFile], WithdrawalExtent.NoFurtherUse, on, s), "rang to say so");
        await story.On("2026-04-21", sorrel, (f, on, s) => f.Forms.Enter(f.Form(T1, "case-record", on, 1, Party.Family, Party.CaseFile), s)); // too late
        await story.On("2026-05-02", rowan, (f, on, s) => f.Members.Move(Birchford, on, s));
        await story.On("2026-05-28", larch, (f, _, s) => f.Members.Join([new(MemberRole.Child, new(2026, 5), Sex.Male, new(2026, 5))], s)); // a birth
        await story.On("2026-06-02", "drafts Housing again", (_, s) => HousingOf(story).Draft(Housing.Second, s)); // garden dropped, noise added, "tied to a job" not offered, frequencies from 0
        await story.Refused("2026-06-02", (_, s) => HousingOf(story).Publish(s));
        await story.On("2026-06-03", "links frequencies", (_, s) => story.Grains.InstrumentLists(Housing.First.Id).DeclareLinks(Housing.Links, DraftBasis.Whatever, s));
        await story.On("2026-06-03", "publishes Housing 2", (_, s) => HousingOf(story).Publish(s));
        await story.On("2026-06-03", "Housing 2 at Time 2", (_, s) => HousingOf(story).PutInForce(T2, 2, new(2026, 7, 1), s));
        await story.On("2026-06-15", larch, (f, on, s) => f.Members.Leave(f.Father, on, s)); // the household splits
        await story.On("2026-08-10", larch, (f, on, s) => f.Fieldwork.RecordInterview(T2, f.Met(f.Mother, on), s));
        await story.On("2026-08-10", larch, (f, on, s) => f.Forms.Enter(f.Form(T2, "parent-questionnaire", on, 2, Party.Family, f.Mother), s));
        await story.On("2026-08-10", larch, (f, on, s) => f.Forms.Enter(f.Form(T2, "sdq-p-4-17", on, 0, f.Child, f.Mother), s));
        await story.On("2026-08-10", larch, (f, on, s) => f.Forms.Enter(f.Filled(T2, Housing.Second, on, 5, 1, 2, 0, 1), s), "asked of every family");
        await story.On("2026-08-25", rowan, (f, on, s) => f.Fieldwork.RecordInterview(T2, f.Met(f.Mother, on), s));
        await story.On("2026-08-25", rowan, (f, on, s) => f.Forms.Enter(f.Filled(T2, Housing.First, on, 2, 2, 2, 2, 0), s), "an old form was taken along");
        await story.On("2026-08-25", rowan, (f, on, s) => f.Forms.Enter(f.Form(T2, "parent-questionnaire", on, 2, Party.Family, f.Mother), s));
        await story.On("2026-08-25", rowan, (f, on, s) => f.Forms.Enter(f.Form(T2, "sdq-p-4-17", on, 1, f.Child, f.Mother), s));
        await story.On("2026-09-20", sorrel, (f, on, s) => f.Fieldwork.Dispose(T2, Track.Interview, "2.112", on, s)); // a refusal
        await Approve(story, "Time2");
        await ApproveHousing(story);

        story.Chapter("Time 3, which the first design did not have");
        var time3 = new WaveDesign(T3, "Time 3", 3, T2, OffsetMonths: 12, DesignMonths: 21, OpensBefore: 28, ClosesAfter: 56);
        await story.On("2027-01-15", "declares Time 3", (_, s) => story.Grains.Study().DeclareWave(time3, s));
        await story.On("2027-03-01", sorrel, (f, on, s) => f.Enrolment.End(EndReason.Withdrew, on, s), "does not want to be asked again");
        await story.On("2027-08-12", larch, (f, on, s) => f.Fieldwork.RecordInterview(T3, f.Met(f.Mother, on), s));
        await story.On("2027-08-12", larch, (f, on, s) => f.Forms.Enter(f.Form(T3, "parent-questionnaire", on, 2, Party.Family, f.Mother), s));
        await story.On("2027-08-12", larch, (f, on, s) => f.Forms.Enter(f.Form(T3, "sdq-p-4-17", on, 0, f.Child, f.Mother), s));
        await story.On("2027-09-01", sorrel, (f, on, s) => f.Forms.Enter(f.Form(T3, "sdq-p-4-17", on, 0, f.Child, f.Mother), s)); // after the end
        await Approve(story, "Time3");

        Approved.Is("Story", "SmallStudy.Timeline", story.Timeline);
    }

    /// <summary>Families in which everything was consented to on the day they agreed.</summary>
    private static Enrolment From(SiteCode site, string serial, params NewMember[] members) =>
        new(site, Cohort, serial, new(2026, 1, 5), [.. members])
        {
            Approacher = "team manager",
            AgreedOn = new(2026, 1, 9),
            ConsentedOn = new(2026, 1, 12),
            Consents = [ConsentScope.Interview, ConsentScope.ChildInterview, ConsentScope.CaseFile, ConsentScope.Teacher],
        };

    private static NewMember Child(string born) => new(MemberRole.Child, BirthMonth.Parse(born), Sex.Female, new DateOnly(2026, 1, 5));

    private static NewMember Adult() => new(MemberRole.Parent, null, Sex.NotKnown, new DateOnly(2026, 1, 5));

    private static NewMember Teacher() => new(MemberRole.Teacher, null, Sex.NotKnown, new DateOnly(2026, 1, 5));

    private static async Task Approve(Teller story, string wave)
    {
        var waves = (await story.Grains.Study().Read()).Waves.Select(w => w.Code).ToList();
        string[] families = ["family", "site_enrolment", "site_now", "band", "study_children", .. waves.SelectMany(w => FamilyColumnsOf(w)), .. waves.Skip(1).SelectMany(w => Between(w))];
        string[] sdq = ["family", "subject", "site_now", .. waves.SelectMany(w => SdqColumnsOf(w))];
        Approved.Is("Story", $"SmallStudy.{wave}", $"families\n\n{await story.Extract("families", DatasetShape.Wide, families)}\nsdq, wide\n\n{await story.Extract("sdq", DatasetShape.Wide, sdq)}");
    }

    /// <summary>A form that was changed between the waves, as one set of columns and as recorded; and which versions feed each column.</summary>
    private static async Task ApproveHousing(Teller story)
    {
        string[] merged = ["family", "wave", "instrument_version", "rooms", "tenure", "damp", "cold", "noise", "garden", "hardship"];
        string[] apart = ["family", "wave", "instrument_version", "rooms", "tenure", "damp_v1", "damp_v2", "cold_v1", "cold_v2", "noise", "garden", "hardship_v1", "hardship_v2"];
        Approved.Is("Story", "SmallStudy.Housing",
            $"housing, versions merged\n\n{await story.Extract("housing", DatasetShape.Long, VersionLayout.Merged, MissingFrame.Words, merged)}\n{await story.Feeds("housing", VersionLayout.Merged)}"
            + $"\nhousing, versions apart\n\n{await story.Extract("housing", DatasetShape.Long, VersionLayout.Apart, MissingFrame.Words, apart)}\n{await story.Feeds("housing", VersionLayout.Apart)}");
    }

    private static IInstrument HousingOf(Teller story) => story.Grains.Instrument(Housing.First.Id);

    private static string[] FamilyColumnsOf(WaveCode w) =>
    [
        $"{w}_interview_state", $"{w}_teacher_state", $"{w}_case_record_state", $"{w}_fate", $"{w}_disposition_label", $"{w}_interview_on", $"{w}_site",
        $"{w}_respondent", $"{w}_case_holder", $"{w}_worker", $"{w}_worker_employment",
    ];

    private static string[] Between(WaveCode w) => [$"{w}_worker_change", $"{w}_workers_between", $"{w}_any_agency", $"{w}_days_since"];

    private static string[] SdqColumnsOf(WaveCode w) =>
    [
        $"{w}_sdq_p_status", $"{w}_sdq_p_instrument", $"{w}_sdq_p_form_flags", $"{w}_sdq_p_subject_age", $"{w}_pebdtot", $"{w}_pebdtot_band3",
        $"{w}_sdq_s_status", $"{w}_sebdtot", $"{w}_sdq_t_status",
    ];
}
