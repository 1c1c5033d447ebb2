using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per form: when it was entered and by whom, and what was done to it afterwards. Remarks, reasons in words and answers stay out.</summary>
internal static class ParadataRows
{
    public const string Name = "paradata";

    public static Dataset Of(StudyDesign design, IReadOnlyCollection<InstrumentDefinition> instruments) =>
        new(Name, DatasetShape.Long, "Paradata: how forms were entered and worked on", RowUnit.FormOf(instruments), Groups(design));

    private static IEnumerable<ColumnGroup<FamilyReading>> Groups(StudyDesign design)
    {
        static ColumnGroup<FamilyReading> Form(ColumnSpec<FormReading> spec) => spec.Over<FamilyReading>(r => r.Form);

        yield return FamilyColumns.Family.Over<FamilyReading>(r => r);
        foreach (var spec in (IEnumerable<ColumnSpec<FormReading>>)[FormColumns.Subject, FormColumns.Respondent, FormColumns.RespondentRole]) yield return Form(spec);
        foreach (var spec in FamilyColumns.Design(design)) yield return spec.Over<FamilyReading>(r => r);
        yield return WaveColumns.Wave(design).Over<FamilyReading>(r => r.Form.Wave);
        foreach (var spec in (IEnumerable<ColumnSpec<FormReading>>)[FormColumns.Instrument, FormColumns.Version, FormColumns.CompletedOn, FormColumns.Mode, FormColumns.Language, FormColumns.Flags]) yield return Form(spec);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(design.TimeZone);
        foreach (var spec in Work(design, zone)) yield return Form(spec);
    }

    private static IEnumerable<ColumnSpec<FormReading>> Work(StudyDesign design, TimeZoneInfo zone) =>
    [
        Spec.Date<FormReading>("entered_on", "Entered on", f => Cells.Day(design.Today(Of(f).EnteredAt))),
        Spec.Count<FormReading>("entered_hour", "Hour of the day in which it was entered, from 0 to 23", f => Cells.Dense(TimeZoneInfo.ConvertTime(Of(f).EnteredAt, zone).Hour)),
        Spec.Key<FormReading>("entered_by", "Who entered it, under a pseudonym", f => f.Reading.Pseudonym(Of(f).EnteredBy)),
        Spec.Count<FormReading>("days_to_entry", "Days from the form's own date to its entry", f => Days(Of(f).CompletedOn, design.Today(Of(f).EnteredAt))),
        Spec.Words<FormReading>("second", "How it stands in double entry", EnumWords<SecondStatus>.All, f => Cells.Word((int)f.Reading.SecondStatusOf(Of(f)))),
        Spec.Key<FormReading>("second_by", "Who made the second entry, under a pseudonym", f => Trail(f)?.Second is { } twice ? f.Reading.Pseudonym(twice.Second.By) : MissingReason.NotApplicable),
        Spec.Date<FormReading>("second_on", "Second entry made on", f => Cells.Day(Trail(f)?.Second is { } twice ? design.Today(twice.Second.At) : null, MissingReason.NotApplicable)),
        Spec.Count<FormReading>("second_differences", "Items on which the two entries differ", f => Cells.Dense(Trail(f)?.Second is { } twice ? Differences(f, twice) : null, MissingReason.NotApplicable)),
        Spec.Date<FormReading>("settled_on", "The last difference settled on", f => Cells.Day(Trail(f)?.Second?.SettledAt is { } at ? design.Today(at) : null, MissingReason.NotApplicable)),
        Spec.Count<FormReading>("edits", "Edits after it was entered", f => Cells.Dense(Trail(f)?.Changes.Length ?? 0)),
        Spec.Count<FormReading>("items_edited", "Different items that were edited", f => Cells.Dense(Trail(f)?.Changes.SelectMany(c => c.New.Shape.Names).Distinct().Count() ?? 0)),
        Spec.Date<FormReading>("last_edited_on", "Last edited on", f => Cells.Day(Trail(f)?.Changes is [.., var last] ? design.Today(last.At) : null, MissingReason.NotApplicable)),
        Spec.Words<FormReading>("last_edit_reason", "Why it was last edited", EnumWords<Study.Forms.Edits.EditReason>.All, f => Trail(f)?.Changes is [.., var last] ? Cells.Word((int)last.Reason) : Cells.Word(MissingReason.NotApplicable)),
        Spec.Count<FormReading>("moves", "Moves to another place of its family", f => Cells.Dense(Trail(f)?.Moves.Length ?? 0)),
        Spec.YesNo<FormReading>("from_other_family", "First entered under another family", f => Cells.Dense(Trail(f)?.Origin is not null)),
        Spec.YesNo<FormReading>("locked", "Locked", f => Cells.Dense(Trail(f)?.Lock is not null)),
        Spec.Count<FormReading>("queries", "Queries asked about it", f => Cells.Dense(Trail(f)?.Queries.Length ?? 0)),
        Spec.Count<FormReading>("queries_pending", "Queries that are not closed", f => Cells.Dense(Trail(f)?.Queries.Count(q => q.IsPending) ?? 0)),
        Spec.Count<FormReading>("query_days", "Longest time from a query's opening to its closing or to today, in days", f => Cells.Dense(Longest(f), MissingReason.NotApplicable)),
    ];

    private static Form Of(FormReading form) => form.Form!;

    private static FormTrail? Trail(FormReading form) => form.Form!.Trail;

    private static short Days(DateOnly from, DateOnly to) => Cells.Dense(Math.Clamp(to.DayNumber - from.DayNumber, DenseCode.Least, DenseCode.Most));

    private static int Differences(FormReading form, SecondEntry twice) =>
        form.Instrument!.Items.Count(i => KeyedDifferences.IsKeyed(i) && !i.Hidden && !KeyedDifferences.Same(twice.First.Answers[i.Name], twice.Second.Answers[i.Name]));

    private static int? Longest(FormReading form)
    {
        if (Trail(form) is not { Queries: { IsEmpty: false } queries }) return null;
        var now = form.Reading.Context.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return queries.Max(q => Math.Max(0, q.AgeOn(now)));
    }
}
