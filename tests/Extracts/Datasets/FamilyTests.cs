using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

public sealed class FamilyTests
{
    private static Dictionary<string, string> Row(FamilySketch family, DateOnly? today = null) =>
        Assert.Single(Tables.Rows("families", DatasetShape.Wide, [family], MissingFrame.Words, today));

    [Fact]
    public void A_family_that_was_lost_has_its_reason_and_the_same_months_of_continuity_as_one_that_was_kept()
    {
        FamilySketch Changed(string seed) => new FamilySketch(seed).Held(StudySketch.Permanent, "2015-06-01").Held(StudySketch.Agency, "2016-05-10").Interviewed(StudySketch.T1, "2016-02-01", 15);
        var (lost, kept) = (Row(Changed("lost").Lost(StudySketch.T2, "3.18")), Row(Changed("kept").Interviewed(StudySketch.T2, "2016-09-10", 11)));
        Assert.Equal(("lost", "location", "3.18", "Could not be located", "lost"), (lost["t2_fate"], lost["t2_loss_group"], lost["t2_disposition"], lost["t2_disposition_label"], lost["t2_interview_state"]));
        Assert.Equal(("interviewed", "achieved", "complete"), (kept["t2_fate"], kept["t2_interview_state"], kept["t2_interview_outcome"]));
        foreach (var column in (string[])["t2_worker_change", "t2_workers_between", "t2_changes_between", "t2_days_without_worker", "t2_any_agency"]) Assert.Equal(lost[column], kept[column]);
        Assert.Equal(("one", "2", "1", "0", "yes"), (kept["t2_worker_change"], kept["t2_workers_between"], kept["t2_changes_between"], kept["t2_days_without_worker"], kept["t2_any_agency"]));
        Assert.Equal(("15", "15", "11"), (lost["t1_pebdtot"], kept["t1_pebdtot"], kept["t2_pebdtot"]));
    }

    [Fact]
    public void While_the_months_are_not_over_nothing_is_said_of_them()
    {
        var row = Row(new FamilySketch("soon").Held(StudySketch.Permanent, "2015-06-01").Interviewed(StudySketch.T1, "2016-02-01"), today: new(2016, 7, 1));
        Assert.Equal(("not-over", "not-due", "not-yet-due", "0"), (row["t2_worker_change"], row["t2_workers_between"], row["t2_fate"], row["t2_window_closed"]));
        Assert.Equal("not-over", Row(new FamilySketch("eve").Interviewed(StudySketch.T1, "2016-02-01"), today: new(2016, 7, 31))["t2_worker_change"]);
        Assert.Equal("not-known", Row(new FamilySketch("day").Interviewed(StudySketch.T1, "2016-02-01"), today: new(2016, 8, 1))["t2_worker_change"]);
    }

    [Fact]
    public void What_happened_in_the_case_is_counted_between_the_waves_only()
    {
        var family = new FamilySketch("case").Interviewed(StudySketch.T1, "2016-02-01").Interviewed(StudySketch.T2, "2016-08-20");
        foreach (var (kind, on) in ((CaseEventKind, string)[])[(CaseEventKind.ReReferral, "2016-01-20"), (CaseEventKind.Removal, "2016-02-01"), (CaseEventKind.Removal, "2016-08-15"), (CaseEventKind.Removal, "2016-08-21")])
            family.Say(new FamilyFact.CaseEventRecorded(kind, PartialDate.Parse(on), null, "record"));
        var row = Row(family);
        Assert.Equal(("1", "0"), (row["t2_n_removal"], row["t2_n_re_referral"]));
    }

    [Fact]
    public void Sampled_and_unfinished_families_have_a_row_too()
    {
        var row = Row(new FamilySketch("sampled", consented: false));
        Assert.Equal(("sampled", "not-due", "not-applicable", "interview-not-done"), (row["stage"], row["t1_fate"], row["consented_on"], row["t2_worker_change"]));
    }

    [Fact]
    public void Children_are_counted_beside_the_index_child()
    {
        var family = new FamilySketch("children").Interviewed(StudySketch.T1, "2016-02-01").Interviewed(StudySketch.T2, "2016-08-02");
        var row = Row(family);
        Assert.Equal(("1", "1", "1", "1"), (row["study_children"], row["t1_sdq_p_children"], row["t2_sdq_p_children"], row["t2_sdq_p_children_both"]));
    }

    [Fact]
    public void Worker_spells_are_rows_with_dates_and_without_what_somebody_typed()
    {
        var family = new FamilySketch("spells").Held(StudySketch.Agency, "2015-11").Held(new CaseHolder.Unidentified("Canary B."), "2016-03-10").Held(new CaseHolder.Unallocated(), "2016-06-01");
        var rows = Tables.Rows("worker-spells", DatasetShape.Long, [family], MissingFrame.Words);
        Assert.Equal(["worker", "unidentified", "unallocated"], rows.Select(r => r["holder"]));
        Assert.Equal((StudySketch.Agency.ToString(), "agency", "yes"), (rows[0]["worker"], rows[0]["employment"], rows[0]["any_agency"]));
        Assert.Equal(("2015-11-01", "month", "2016-03-09", "130"), (rows[0]["from"], rows[0]["from_precision"], rows[0]["until"], rows[0]["days"]));
        Assert.Equal(("not-applicable", "184"), (rows[2]["until"], rows[2]["days"]));
        Assert.DoesNotContain("Canary", string.Join(' ', rows.SelectMany(r => r.Values)));
    }

    [Fact]
    public void A_made_up_study_says_so_in_every_row_of_every_table()
    {
        var frame = StudySketch.Frame with { Design = StudySketch.Design with { Synthetic = true } };
        Assert.All(DatasetCatalog.Of(frame).All, d => Assert.Contains(d.Columns, c => c.Name == "synthetic"));
        Assert.DoesNotContain(Tables.Dataset("sdq").Columns, c => c.Name == "synthetic");
    }
}
