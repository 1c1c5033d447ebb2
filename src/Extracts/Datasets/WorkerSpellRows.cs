using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per spell of a case holder. Labels, sources and reasons are free text and stay out.</summary>
internal static class WorkerSpellRows
{
    public const string Name = "worker-spells";

    public static Dataset Of(StudyDesign design) => new(Name, DatasetShape.Long, "Worker spells", RowUnit.Spell, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        FamilyColumns.Family,
        Spec.Count<FamilyReading>("spell", "Number of the spell within the family, from 1", r => Cells.Dense(r.Spell + 1)),
        .. FamilyColumns.Design(design),
        Spec.Text<FamilyReading>("site", "Site when the spell began", r => r.Family.SiteOn(Of(r).From.Earliest).Text),
        Spec.Words<FamilyReading>("holder", "Who held the case", WaveColumns.HolderKinds, r => Cells.Word(WaveColumns.Kind(Of(r).Holder))),
        Spec.Key<FamilyReading>("worker", "Social worker", r => Of(r).Holder is CaseHolder.Named named ? named.Worker.ToString() : MissingReason.NotApplicable),
        Spec.Words<FamilyReading>("employment", "How the worker was employed when the spell began", EnumWords<Employment>.All, r => Employment(r)),
        Spec.Words<FamilyReading>("any_agency", "Agency staff at any time in the spell", ["no", "yes", "not-known"], AnyAgency),
        Spec.Date<FamilyReading>("from", "First day it can have begun", r => Cells.Day(Of(r).From.Earliest)),
        Spec.Words<FamilyReading>("from_precision", "How precisely the beginning is known", ["day", "month", "year"], r => Cells.Word(Of(r).From switch { { Month: 0 } => 2, { Day: 0 } => 1, _ => 0 })),
        Spec.Date<FamilyReading>("until", "Last day before the next spell", r => Cells.Day(Until(r), MissingReason.NotApplicable)),
        Spec.Date<FamilyReading>("known_to", "Last day that the source vouches for", r => Cells.Day(Of(r).KnownTo, MissingReason.NotApplicable)),
        Spec.Count<FamilyReading>("days", "Days of the spell, up to today where it goes on", r => Cells.Dense(Math.Min((Until(r) ?? r.Context.Today).DayNumber - Of(r).From.Earliest.DayNumber + 1, DenseCode.Most))),
        Spec.Date<FamilyReading>("recorded_on", "Recorded on", r => Cells.Day(Of(r).RecordedOn)),
    ];

    private static WorkerSpell Of(FamilyReading reading) => reading.Family.WorkerSpells[reading.Spell];

    private static DateOnly? Until(FamilyReading reading) =>
        reading.Spell + 1 < reading.Family.WorkerSpells.Length ? reading.Family.WorkerSpells[reading.Spell + 1].From.Earliest.AddDays(-1) : null;

    private static int Employment(FamilyReading reading) => Of(reading) switch
    {
        { Holder: CaseHolder.Named named, From: var from } => Cells.Word((int)(reading.Frame.Worker(named.Worker)?.EmploymentOn(from.Earliest) ?? default)),
        _ => Cells.Word(MissingReason.NotApplicable),
    };

    private static int AnyAgency(FamilyReading reading)
    {
        if (Of(reading).Holder is not CaseHolder.Named named) return Cells.Word(MissingReason.NotApplicable);
        return Cells.Word(reading.Frame.Worker(named.Worker)?.AgencyBetween(Of(reading).From.Earliest, Until(reading) ?? reading.Context.Today) switch { false => 0, true => 1, null => 2 });
    }
}
