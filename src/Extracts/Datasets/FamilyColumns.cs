using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>What every row says of its family and of the design.</summary>
internal static class FamilyColumns
{
    public static ColumnSpec<FamilyReading> Family { get; } = Spec.Id<FamilyReading>("family", "Family", r => r.Family.Id.ToString());

    /// <summary>What recipes need of each row and take off again.</summary>
    public static ColumnGroup<FamilyReading>[] Keys { get; } =
    [
        Spec.Id<FamilyReading>("_family", "", r => r.Family.Id.ToString()).Over<FamilyReading>(r => r),
        Spec.Date<FamilyReading>("_sampled_on", "", r => Cells.Day(r.Family.SampledOn)).Over<FamilyReading>(r => r),
        Spec.YesNo<FamilyReading>("_respondent", "", r => Cells.Dense(r.Waves.Any(w => w.Outcome != InterviewOutcome.NotStarted))).Over<FamilyReading>(r => r),
    ];

    public static ColumnSpec<FamilyReading> Child { get; } = Spec.Id<FamilyReading>("subject", "Child that the row is about", r => r.Child?.Id.ToString() ?? "");

    public static ColumnSpec<FamilyReading> Synthetic { get; } = Spec.Words<FamilyReading>("synthetic", "Made up from a seed: evidence of nothing", ["synthetic"], _ => Cells.Word(0));

    public static IEnumerable<ColumnSpec<FamilyReading>> Design(StudyDesign design) =>
    [
        .. design.Synthetic ? [Synthetic] : Enumerable.Empty<ColumnSpec<FamilyReading>>(),
        Spec.Text<FamilyReading>("site_enrolment", "Site at enrolment", r => r.SiteAtEnrolment),
        Spec.Text<FamilyReading>("site_now", "Site now", r => r.SiteNow),
        Band<FamilyReading>("band", "Experience band of the site at enrolment", design, r => r.BandOf(r.Family.SiteAtEnrolment, r.Family.ConsentedOn ?? r.Family.SampledOn)),
        Cohort(design),
    ];

    public static ColumnSpec<FamilyReading> Cohort(StudyDesign design)
    {
        var codes = design.Cohorts.Select(c => c.Code.Text).ToList();
        return Spec.Words<FamilyReading>("cohort", "Cohort", codes, r => Cells.Word(codes.IndexOf(r.Family.Cohort.Text)), design.Cohorts.Select(c => new ValueLabel(c.Code.Text, c.Name)));
    }

    /// <summary>A band by its code; a site whose band is not known gives a reason.</summary>
    public static ColumnSpec<T> Band<T>(string name, string label, StudyDesign design, Func<T, string?> read)
    {
        var codes = design.Bands.Select(b => b.Code).ToList();
        return Spec.Words(name, label, codes, (T row) => read(row) is { } band && codes.IndexOf(band) is >= 0 and var at ? Cells.Word(at) : Cells.Word(MissingReason.NotStated),
            design.Bands.Select(b => new ValueLabel(b.Code, b.Label)));
    }

    public static ColumnSpec<FamilyReading> StudyChildren { get; } = Spec.Count<FamilyReading>("study_children", "Number of study children", r =>
    {
        var count = 0;
        foreach (var member in r.Family.Members) if (r.Family.IsStudyChild(r.Design, member)) count++;
        return Cells.Dense(count);
    });

    public static ColumnSpec<FamilyReading> IsIndexChild { get; } =
        Spec.YesNo<FamilyReading>("index_child", "Is the index child", r => Cells.Dense(r.Child is { } child && child.Id == r.Family.IndexChild));

    /// <summary>Where a family stands and how it ended.</summary>
    public static IEnumerable<ColumnSpec<FamilyReading>> Status { get; } =
    [
        Spec.Words<FamilyReading>("stage", "Stage", EnumWords<Stage>.All, r => Cells.Word((int)r.Family.Stage)),
        Spec.Words<FamilyReading>("end_reason", "Why the family's part ended", EnumWords<EndReason>.All, r => r.Family.EndReason is { } why ? Cells.Word((int)why) : Cells.Word(MissingReason.NotApplicable)),
        Spec.Date<FamilyReading>("sampled_on", "Put on the authority's list", r => Cells.Day(r.Family.SampledOn)),
        Spec.Date<FamilyReading>("consented_on", "Consented to be interviewed", r => Cells.Day(r.Family.ConsentedOn, MissingReason.NotApplicable)),
        Spec.Date<FamilyReading>("ended_on", "Part in the study ended", r => Cells.Day(r.Family.EndedOn, MissingReason.NotApplicable)),
    ];

    /// <summary>Names kept for weights, so that later files have the same columns; empty until weights are made.</summary>
    public static IEnumerable<ColumnSpec<FamilyReading>> Weights(StudyDesign design) =>
        new[] { "wt_design" }.Concat(design.Waves.Skip(1).Select(w => $"{w.Code}_wt_long")).Append("psu").Append("stratum")
            .Select(name => Spec.Text<FamilyReading>(name, "Kept for weights; not made yet", _ => MissingReason.NotApplicable));
}
