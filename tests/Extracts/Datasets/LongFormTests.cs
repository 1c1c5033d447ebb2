using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

public sealed class LongFormTests
{
    private static FamilySketch Mover() => new FamilySketch("mover")
        .Held(StudySketch.Permanent, "2015-11-01").Held(StudySketch.Agency, "2016-04-01")
        .Interviewed(StudySketch.T1, "2016-02-01", total: 17)
        .Say(new FamilyFact.Moved(new("brackwell"), new PartialDate(2016, 5, 2)))
        .Interviewed(StudySketch.T2, "2016-08-05", total: 12);

    [Fact]
    public void A_form_is_a_row_with_all_that_an_analyst_needs_beside_its_answers()
    {
        var rows = Tables.Rows("sdq", DatasetShape.Long, [Mover()]);
        Assert.Equal(2, rows.Count);
        var (one, two) = (rows[0], rows[1]);
        Assert.Equal(["t1", "t2"], rows.Select(r => r["wave"]));
        Assert.Equal(("ashmere", "brackwell", "new"), (one["site_enrolment"], one["site_now"], one["band"]));
        Assert.Equal("experienced", two["band"]);
        Assert.Equal(("17", "12"), (one["ebdtot"], two["ebdtot"]));
        Assert.Equal(("abnormal", "high"), (one["ebdtot_band3"], one["ebdtot_band4"]));
        Assert.Equal(("parent", "c1", "sdq-p-4-17", "1", "complete"), (one["respondent_role"], one["cohort"], one["instrument"], one["instrument_version"], one["interview_outcome"]));
        Assert.Equal(("2016-02-01", "2016-02-01", "interview", "en", "none"), (one["completed_on"], one["interview_on"], one["mode"], one["language"], one["interpreter"]));
        Assert.Equal(StudySketch.Permanent.ToString(), one["worker"]);
        Assert.Equal(("permanent", "agency"), (one["worker_employment"], two["worker_employment"]));
        Assert.Equal(("", "2", "one", "yes"), (one["workers_between"], two["workers_between"], two["worker_change"], two["any_agency"]));
        Assert.Equal(("7", "8"), (one["subject_age"], two["subject_age"]));
    }

    [Fact]
    public void A_row_holds_no_name_no_address_no_account_no_serial_and_no_birth_month()
    {
        foreach (var dataset in DatasetCatalog.Of(StudySketch.Frame).All)
        {
            var csv = Tables.Csv(dataset, [Mover()], MissingFrame.Words);
            Assert.DoesNotContain("canary", csv, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("@", csv);
            Assert.DoesNotContain("SERIAL", csv, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("2008", csv);
        }
    }

    [Fact]
    public void What_is_withdrawn_from_use_is_gone_and_what_is_only_closed_to_contact_stays()
    {
        var noContact = Mover().Say(new FamilyFact.ConsentWithdrawn([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2016, 10, 1)));
        var noUse = Mover().Say(new FamilyFact.ConsentWithdrawn([ConsentScope.Interview], WithdrawalExtent.NoFurtherUse, new(2016, 10, 1)));
        Assert.Equal(2, Tables.Rows("sdq", DatasetShape.Long, [noContact]).Count);
        Assert.Empty(Tables.Rows("sdq", DatasetShape.Long, [noUse]));
        Assert.Equal("withdrawn", Assert.Single(Tables.Rows("sdq", DatasetShape.Wide, [noUse]))["t1_sdq_p_status"]);
    }

    [Fact]
    public void Every_respondent_has_a_row_of_their_own_and_a_removed_child_has_its_carers()
    {
        var split = Mover();
        var carer = split.Join(MemberRole.FosterCarer);
        split.Sdq(StudySketch.T2, "2016-08-09", 20, carer);
        var rows = Tables.Rows("sdq", DatasetShape.Long, [split]);
        Assert.Equal(["parent", "parent", "foster-carer"], rows.Select(r => r["respondent_role"]));
        Assert.Equal(split.Mother.ToString(), Tables.Rows("sdq", DatasetShape.Wide, [split])[0]["t2_sdq_p_respondent"]);
    }

    [Fact]
    public void A_select_many_item_is_one_column_for_each_choice()
    {
        var row = Tables.Rows("parent-questionnaire", DatasetShape.Long, [Mover()])[0];
        Assert.Equal(("1", "0", "1", "0"), (row["tools_1"], row["tools_2"], row["tools_3"], row["tools_4"]));
        Assert.Equal("18", row["agreement"]);
    }

    [Fact]
    public void Column_names_are_unique_ignoring_case_in_every_table() => Assert.All(
        DatasetCatalog.Of(StudySketch.Frame).All, d => Assert.Equal(d.Columns.Length, d.Columns.Select(c => c.Name.ToLowerInvariant()).Distinct().Count()));
}
