using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per compared item of each form that was entered twice: what both persons keyed and what was settled. Free text and what identifies stays out; that it differs does not.</summary>
public static class TwiceEnteredItems
{
    public const string Name = "double-entry";

    internal static Dataset Of(StudyDesign design) => new(Name, DatasetShape.Long, "Forms entered twice, item by item", RowUnit.TwiceEnteredItem, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        FamilyColumns.Family,
        Spec.Id<FamilyReading>("subject", "Whom the form is about", r => Of(r).Form.Place.Subject.ToString()),
        Spec.Id<FamilyReading>("respondent", "Who answered", r => Of(r).Form.Place.Respondent.ToString()),
        .. FamilyColumns.Design(design),
        Spec.Text<FamilyReading>("wave", "Wave", r => Of(r).Form.Place.Wave.Text),
        Spec.Text<FamilyReading>("instrument", "Instrument", r => Of(r).Form.Place.Instrument.Text),
        Spec.Count<FamilyReading>("instrument_version", "Version of the instrument", r => Cells.Dense(Of(r).Form.InstrumentVersion)),
        Spec.Words<FamilyReading>("second", "How the form stands in double entry", EnumWords<SecondStatus>.All, r => Cells.Word((int)Of(r).Status)),
        Spec.Text<FamilyReading>("item", "Item", r => Of(r).Item.Name),
        Spec.Count<FamilyReading>("item_number", "Number of the item on the form", r => Cells.Dense(Of(r).Item.Number)),
        Spec.Key<FamilyReading>("first_by", "Who made the first entry, under a pseudonym", r => r.Pseudonym(Of(r).Twice.First.By)),
        Spec.Key<FamilyReading>("second_by", "Who made the second entry, under a pseudonym", r => r.Pseudonym(Of(r).Twice.Second.By)),
        Spec.Text<FamilyReading>("first", "What the first entry says", r => Shown(Of(r), Of(r).First)),
        Spec.Text<FamilyReading>("second_says", "What the second entry says", r => Shown(Of(r), Of(r).Second)),
        Spec.Text<FamilyReading>("settled", "What was settled, or what both say", r => Of(r).Settled is { } settled ? Shown(Of(r), settled) : MissingReason.NotStated),
        Spec.YesNo<FamilyReading>("differs", "The two entries differ", r => Cells.Dense(Of(r).Differs)),
        Spec.YesNo<FamilyReading>("first_wrong", "The first entry is not what was settled", r => Wrong(Of(r).First, Of(r).Settled)),
        Spec.YesNo<FamilyReading>("second_wrong", "The second entry is not what was settled", r => Wrong(Of(r).Second, Of(r).Settled)),
    ];

    private static TwiceReading Of(FamilyReading reading) => reading.Twice!;

    private static short Wrong(Answer keyed, Answer? settled) => settled is null ? Cells.Dense(MissingReason.NotStated) : Cells.Dense(!KeyedDifferences.Same(keyed, settled));

    private static TextCell Shown(TwiceReading twice, Answer answer) => answer is Answer.Missing missing ? missing.Reason : twice.Item.Identifies || twice.Item.Type == ItemType.Text ? "text" : answer.AsText();
}
