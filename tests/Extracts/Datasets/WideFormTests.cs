using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

public sealed class WideFormTests
{
    private static Dictionary<string, string> Wide(FamilySketch family, DateOnly? today = null, string dataset = "sdq") =>
        Assert.Single(Tables.Rows(dataset, DatasetShape.Wide, [family], MissingFrame.Words, today));

    [Fact]
    public void Waves_stand_side_by_side_under_the_published_names_with_the_informants_letter()
    {
        var family = new FamilySketch("wide").Interviewed(StudySketch.T1, "2016-02-01", 14).Interviewed(StudySketch.T2, "2016-08-03", 9);
        var teacher = family.Join(MemberRole.Teacher);
        family.Sdq(StudySketch.T1, "2016-02-09", 21, teacher, instrument: "sdq-t-4-17");
        var row = Wide(family);
        Assert.Equal(("14", "9", "21"), (row["t1_pebdtot"], row["t2_pebdtot"], row["t1_tebdtot"]));
        Assert.Equal(("2", "not-in-version", "not-due"), (row["t1_psomatic"], row["t1_pargues"], row["t1_sebdtot"]));
        Assert.Equal(("borderline", "slightly raised"), (row["t1_pebdtot_band3"], row["t1_pebdtot_band4"]));
        Assert.Equal(("done", "paired", "184"), (row["t2_sdq_p_status"], row["t2_sdq_p_pairing"], row["t2_days_since"]));
        Assert.Equal((family.Mother.ToString(), "teacher"), (row["t1_sdq_p_respondent"], row["t1_sdq_t_respondent_role"]));
        Assert.Equal(("1", "1"), (row["index_child"], row["study_children"]));
    }

    [Fact]
    public void Each_reason_for_an_empty_cell_is_told_apart()
    {
        var notInterviewed = new FamilySketch("not").Interviewed(StudySketch.T1, "2016-02-01").Lost(StudySketch.T2, "2.11");
        Assert.Equal("interview-not-done", Wide(notInterviewed)["t2_pconsid"]);

        var formless = new FamilySketch("formless").Visited(StudySketch.T1, "2016-02-01").Asked(StudySketch.T1, "2016-02-01", 3);
        Assert.Equal("form-not-done", Wide(formless)["t1_pebdtot"]);
        Assert.Equal("form-not-done", Wide(formless)["t1_sdq_p_status"]);

        var left = new FamilySketch("left").Interviewed(StudySketch.T1, "2016-02-01").Say(new FamilyFact.Ended(EndReason.MovedOutOfScope, new(2016, 5, 1)));
        Assert.Equal("left-study", Wide(left)["t2_pebdtot"]);

        var young = new FamilySketch("young");
        var baby = young.Join(MemberRole.Child, new BirthMonth(2015, 6));
        young.Say(new FamilyFact.IndexChildChosen(baby, Study.Design.IndexChoice.Youngest)).Visited(StudySketch.T1, "2016-02-01").Asked(StudySketch.T1, "2016-02-01", 3);
        Assert.Equal("not-due", Wide(young)["t1_pebdtot"]);

        var late = new FamilySketch("late").Interviewed(StudySketch.T1, "2016-02-01");
        var sibling = late.Join(MemberRole.Child, new BirthMonth(2009, 1), new DateOnly(2016, 6, 1));
        late.Say(new FamilyFact.IndexChildChosen(sibling, Study.Design.IndexChoice.Youngest)).Interviewed(StudySketch.T2, "2016-08-03");
        Assert.Equal("not-yet-in-study", Wide(late)["t1_pebdtot"]);
    }

    [Fact]
    public void A_scale_with_too_few_answers_says_so_and_has_no_band()
    {
        var sdq = InstrumentShelf.Library["sdq-p-4-17"];
        var answers = sdq.Items.ToDictionary(i => i.Name, i => i.Number <= 25 && !sdq.Scales[0].Items.Contains(i.Name) ? Answer.Of(1) : Answer.Of(MissingReason.Refused));
        var family = new FamilySketch("few");
        family.Form(StudySketch.T1, "sdq-p-4-17", family.Child, family.Mother, "2016-02-01", answers);
        var row = Wide(family);
        Assert.Equal(("refused", "too-few-items", "too-few-items", "too-few-items"), (row["t1_psomatic"], row["t1_pemotion"], row["t1_pebdtot"], row["t1_pebdtot_band3"]));
        Assert.Equal("5", row["t1_pconduct"]);
    }

    [Fact]
    public void A_form_of_the_right_age_comes_before_one_of_the_wrong_age()
    {
        var family = new FamilySketch("ages");
        var wrong = FormFlag.WrongAgeForm;
        family.Sdq(StudySketch.T1, "2016-02-01", 30, instrument: "sdq-p-2-4");
        var form = family.State.Forms[0];
        family.Say(new FamilyFact.FormEntered(form.Place with { Respondent = family.Join(MemberRole.KinCarer) }, 1, form.CompletedOn, form.Mode, "en", [wrong], form.Answers));
        Assert.Equal("30", Wide(family)["t1_pebdtot"]);
        Assert.Equal("not-due", Wide(new FamilySketch("none"))["t1_sebdtot"]);
        Assert.Equal("not defined", Wide(family)["t1_pebdtot_band3"]);
    }

    [Fact]
    public void An_instrument_about_the_family_has_one_row_a_family_without_a_letter()
    {
        var family = new FamilySketch("pq").Interviewed(StudySketch.T1, "2016-02-01", agree: 4);
        var row = Wide(family, dataset: "parent-questionnaire");
        Assert.Equal(("24", "4", "2", "1"), (row["t1_agreement"], row["t1_sharesview"], row["t1_goals"], row["t1_tools_1"]));
    }

    [Fact]
    public void The_order_is_ids_design_waves_then_what_lies_between_then_weights()
    {
        var names = Tables.Dataset("sdq", DatasetShape.Wide).Columns.Select(c => c.Name).ToList();
        Assert.Equal(["family", "subject", "site_enrolment", "site_now", "band", "cohort", "index_child", "study_children", "t1_interview_outcome"], names.Take(9));
        Assert.Equal(["wt_design", "t2_wt_long", "psu", "stratum"], names.TakeLast(4));
        int At(string name) => names.IndexOf(name);
        Assert.True(At("t1_worker") < At("t1_pconsid") && At("t1_pconsid") < At("t1_pebdtot") && At("t1_pebdtot") < At("t2_interview_outcome") && At("t2_pimpact") < At("t2_worker_change"));
    }
}
