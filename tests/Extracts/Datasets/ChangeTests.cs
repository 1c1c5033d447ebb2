using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

public sealed class ChangeTests
{
    [Theory]
    [InlineData(20, 9, "-11", "fell", "lower")]
    [InlineData(14, 9, "-5", "no-reliable-change", "lower")]
    [InlineData(9, 19, "10", "rose", "higher")]
    [InlineData(9, 9, "0", "no-reliable-change", "same")]
    public void A_total_that_changed_by_more_than_the_stated_reliability_allows_changed_reliably(int before, int after, string change, string reliable, string band)
    {
        var row = Wide(new FamilySketch("changed").Interviewed(StudySketch.T1, "2016-02-01", before).Interviewed(StudySketch.T2, "2016-08-03", after));
        Assert.Equal((change, reliable, band, "1"), (row["t2_pebdtot_change"], row["t2_pebdtot_reliable"], row["t2_pebdtot_band3_change"], row["t2_retained"]));
    }

    [Fact]
    public void Another_respondent_gives_no_change_and_the_pairing_says_why()
    {
        var family = new FamilySketch("other").Interviewed(StudySketch.T1, "2016-02-01", 20).Visited(StudySketch.T2, "2016-08-03");
        var father = family.Join(MemberRole.Parent);
        family.Sdq(StudySketch.T2, "2016-08-03", 9, father);
        var row = Wide(family);
        Assert.Equal(("not-applicable", "not-applicable", "other-respondent"), (row["t2_pebdtot_change"], row["t2_pebdtot_band3_change"], row["t2_sdq_p_pairing"]));
    }

    [Fact]
    public void A_lost_family_has_no_change_and_was_not_retained()
    {
        var row = Wide(new FamilySketch("lost").Interviewed(StudySketch.T1, "2016-02-01", 20).Lost(StudySketch.T2, "2.11"));
        Assert.Equal(("interview-not-done", "0"), (row["t2_pebdtot_change"], row["t2_retained"]));
    }

    [Fact]
    public void The_label_of_reliable_change_states_its_r()
    {
        var column = Tables.Dataset("sdq", DatasetShape.Wide).Columns.First(c => c.Name == "t2_pebdtot_reliable");
        Assert.Contains("Reliable at r 0.62 (SD 5.8, more than 9.9 points)", column.Label, StringComparison.Ordinal);
        Assert.DoesNotContain(Tables.Dataset("sdq", DatasetShape.Wide).Columns, c => c.Name == "t2_tebdtot_reliable");
    }

    [Fact]
    public void Paradata_has_a_row_for_each_form_with_who_entered_it_under_a_pseudonym()
    {
        var family = new FamilySketch("paradata").Interviewed(StudySketch.T1, "2016-02-01", 14);
        var row = Assert.Single(Tables.Rows("paradata", DatasetShape.Long, [family], MissingFrame.Words), r => r["instrument"] == "sdq-p-4-17");
        Assert.Equal(("0", "0", "0", "not-applicable"), (row["edits"], row["queries"], row["locked"], row["last_edited_on"]));
        Assert.StartsWith("i", row["entered_by"], StringComparison.Ordinal);
        Assert.Matches("^2016-", row["entered_on"]);
    }

    private static Dictionary<string, string> Wide(FamilySketch family) => Assert.Single(Tables.Rows("sdq", DatasetShape.Wide, [family], MissingFrame.Words));
}
