using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>One item of a form that was entered twice, as its cells are read. Items that do not apply in either entry are not compared: nothing was keyed, or it follows from another difference.</summary>
public sealed record TwiceReading(Form Form, InstrumentDefinition Instrument, SecondEntry Twice, Item Item)
{
    public Answer First => Twice.First.Answers[Item.Name];

    public Answer Second => Twice.Second.Answers[Item.Name];

    public bool Differs => !KeyedDifferences.Same(First, Second);

    /// <summary>What both entries are held against: what was settled, or what both say; <c>null</c> while anything of the form is open, or forms with errors would count for less than those without.</summary>
    public Answer? Settled => Status == SecondStatus.Differs ? null : !Differs ? First : Twice.SettledOf(Item.Name)?.Value;

    public SecondStatus Status => SecondStatuses.Of(Form, _ => true);

    public static IEnumerable<TwiceReading> Of(FamilyReading reading)
    {
        foreach (var form in reading.Family.Forms)
        {
            if (form.Trail?.Second is not { } twice) continue;
            var instrument = MainForms.Definition(reading.Frame, form);
            if (!reading.MayUse(instrument, form.Place)) continue;
            foreach (var item in instrument.Items)
                if (KeyedDifferences.IsKeyed(item) && !item.Hidden && !KeyedDifferences.IsNotApplicable(twice.First.Answers[item.Name]) && !KeyedDifferences.IsNotApplicable(twice.Second.Answers[item.Name]))
                    yield return new(form, instrument, twice, item);
        }
    }
}
