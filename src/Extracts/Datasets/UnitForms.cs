using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>The table of an instrument about social workers or sites: one row per form.</summary>
internal static class UnitForms
{
    public static Dataset Of(StudyFrame frame, VersionLayout layout, InstrumentDefinition instrument) =>
        new(instrument.Id.Text, DatasetShape.Long, instrument.Title.Split(',')[0], RowUnit.UnitFormOf(instrument), Groups(frame.Design, new(frame, layout, [instrument]), instrument));

    private static IEnumerable<ColumnGroup<FamilyReading>> Groups(StudyDesign design, MergedForms forms, InstrumentDefinition instrument)
    {
        static ColumnGroup<FamilyReading> Form(ColumnSpec<FormReading> spec) => spec.Over<FamilyReading>(r => r.Form);
        static ColumnGroup<FamilyReading> Unit(ColumnSpec<UnitReading> spec) => spec.Over<FamilyReading>(r => r.Unit);

        if (design.Synthetic) yield return FamilyColumns.Synthetic.Over<FamilyReading>(r => r);
        if (instrument.Subject == InstrumentSubject.Worker)
        {
            yield return Unit(Spec.Id<UnitReading>("worker", "Social worker", u => u.Worker!.Id.ToString()));
            yield return Unit(Spec.Words<UnitReading>("employment", "How the worker was employed on the day", EnumWords<Employment>.All, u => Cells.Word((int)u.Worker!.EmploymentOn(u.Form.Entry.CompletedOn))));
        }
        yield return Unit(Spec.Text<UnitReading>("site", instrument.Subject == InstrumentSubject.Worker ? "The worker's site now" : "Site", u => u.Site.Text));
        yield return WaveColumns.Wave(design).Over<FamilyReading>(r => r.Form.Wave);
        yield return Form(FormColumns.Instrument);
        yield return Form(FormColumns.Version);
        yield return Form(FormColumns.CompletedOn);
        yield return Form(FormColumns.Mode);
        yield return Form(FormColumns.Language);
        foreach (var group in LongForms.Answers(forms, r => r.Form, "", "")) yield return group;
    }
}
