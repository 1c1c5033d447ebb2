using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

/// <summary>The tables of children and respondents, and the one that holds everything of each study child.</summary>
public sealed class MemberRowsTests
{
    [Fact]
    public void Each_child_has_a_row_with_an_age_at_each_wave_and_no_birth_month()
    {
        var family = new FamilySketch("kids").Sdq(StudySketch.T1, "2016-02-01", 20);
        var baby = family.Join(MemberRole.Child, new(2015, 11), new(2016, 3, 1));
        var rows = Tables.Rows("children", DatasetShape.Wide, [family], MissingFrame.Words);
        Assert.Equal([family.Child.ToString(), baby.ToString()], rows.Select(r => r["subject"]));
        Assert.Equal(("1", "1", "female", "7"), (rows[0]["index_child"], rows[0]["study_child"], rows[0]["sex"], rows[0]["age_sampled"]));
        Assert.Equal("0", rows[1]["index_child"]);
        Assert.DoesNotContain(rows[0].Values.Concat(rows[1].Values), v => v.Contains("2008", StringComparison.Ordinal) || v.Contains("2015", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_told_of_a_child_is_withdrawn_with_the_child_s_own_withdrawal()
    {
        var family = new FamilySketch("gone");
        family.Say(new FamilyFact.ConsentWithdrawn([ConsentScope.Interview], WithdrawalExtent.NoFurtherUse, new(2016, 10, 1), family.Child));
        var row = Assert.Single(Tables.Rows("children", DatasetShape.Wide, [family], MissingFrame.Words));
        Assert.Equal(("withdrawn", "withdrawn"), (row["sex"], row["age_sampled"]));
    }

    [Fact]
    public void Each_person_who_answered_has_a_row_and_nobody_who_did_not()
    {
        var family = new FamilySketch("said").Sdq(StudySketch.T1, "2016-02-01", 20);
        var carer = family.Join(MemberRole.FosterCarer);
        family.Join(MemberRole.Teacher);
        family.Sdq(StudySketch.T2, "2016-08-09", 20, carer);
        var rows = Tables.Rows("respondents", DatasetShape.Wide, [family], MissingFrame.Words);
        Assert.Equal([(family.Mother.ToString(), "parent", "1", "0"), (carer.ToString(), "foster-carer", "0", "1")], rows.Select(r => (r["respondent"], r["role"], r["t1_forms"], r["t2_forms"])));
    }

    [Fact]
    public void The_wide_table_holds_all_that_the_schedule_asks_for_side_by_side_and_says_what_the_tables_of_each_instrument_say()
    {
        var family = new FamilySketch("whole").Sdq(StudySketch.T1, "2016-02-01", 20);
        var (wide, sdq) = (Assert.Single(Tables.Rows("wide", DatasetShape.Wide, [family])), Assert.Single(Tables.Rows("sdq", DatasetShape.Wide, [family])));
        var dataset = Tables.Dataset("wide", DatasetShape.Wide);
        Assert.Contains(dataset.Columns, c => c.Name == "t1_agreement" || c.Name.EndsWith("agreement", StringComparison.Ordinal));
        Assert.All(["t1_pconsid", "t1_pebdtot", "t2_sdq_p_status", "cohort", "subject"], (string name) => Assert.Equal(sdq[name], wide[name]));
        Assert.Equal("20", wide["t1_pebdtot"]);
    }
}
