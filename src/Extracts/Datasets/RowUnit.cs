using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>What one row of a table is, and which rows a family gives.</summary>
public abstract partial class RowUnit
{
    private RowUnit(string name) => Name = name;

    /// <summary>As a reader of the table would say it: one row per ...</summary>
    public string Name { get; }

    /// <summary>Whether rows come from families; others come from the frame, once in all.</summary>
    public virtual bool IsOfFamilies => true;

    /// <summary>Whether rows are focus groups, of which facts can be erased as of families.</summary>
    public bool IsOfGroups => this == FocusGroup;

    /// <summary>How many of <see cref="Turn"/>'s places there are to try for the family being read.</summary>
    internal abstract int Places(FamilyReading reading);

    /// <summary>Makes a place the row being read; false where it gives no row.</summary>
    internal abstract bool Turn(FamilyReading reading, int place);

    public static RowUnit Family { get; } = new OneFamily();

    public static RowUnit StudyChild { get; } = new OneChild();

    public static RowUnit Spell { get; } = new OneSpell();

    /// <summary>One row per compared item of each form that was entered twice.</summary>
    public static RowUnit TwiceEnteredItem { get; } = new OneTwiceEnteredItem();

    /// <summary>One row per form of any of these instruments that may be used.</summary>
    public static RowUnit FormOf(IReadOnlyCollection<InstrumentDefinition> instruments) => new OneForm(instruments);

    /// <summary>One row per form of this instrument about a social worker or a site.</summary>
    public static RowUnit UnitFormOf(InstrumentDefinition instrument) => new OneUnitForm(instrument);

    private sealed class OneFamily() : RowUnit("family")
    {
        internal override int Places(FamilyReading reading) => reading.Family is { Exists: true, ErasedOn: null } ? 1 : 0;

        internal override bool Turn(FamilyReading reading, int place) => true;
    }

    private sealed class OneChild() : RowUnit("study child")
    {
        internal override int Places(FamilyReading reading) => reading.Family.Members.Length;

        internal override bool Turn(FamilyReading reading, int place)
        {
            var member = reading.Family.Members[place];
            if (!reading.Family.IsStudyChild(reading.Design, member)) return false;
            reading.Turn(member);
            return true;
        }
    }

    private sealed class OneSpell() : RowUnit("worker spell")
    {
        internal override int Places(FamilyReading reading) => reading.MayUseCaseFile ? reading.Family.WorkerSpells.Length : 0;

        internal override bool Turn(FamilyReading reading, int place)
        {
            reading.Spell = place;
            return true;
        }
    }

    private sealed class OneTwiceEnteredItem() : RowUnit("item of a form that was entered twice")
    {
        internal override int Places(FamilyReading reading) => reading.Family.Exists ? reading.ReadTwice().Count : 0;

        internal override bool Turn(FamilyReading reading, int place)
        {
            reading.Turn(place);
            return true;
        }
    }

    private sealed class OneForm(IReadOnlyCollection<InstrumentDefinition> instruments) : RowUnit("form")
    {
        private readonly HashSet<string> ids = [.. instruments.Select(i => i.Id.Text)];

        internal override int Places(FamilyReading reading) => reading.Family.Forms.Length;

        internal override bool Turn(FamilyReading reading, int place)
        {
            var form = reading.Family.Forms[place];
            if (!ids.Contains(form.Place.Instrument.Text)) return false;
            var instrument = MainForms.Definition(reading.Frame, form);
            if (!reading.MayUse(instrument, form.Place) || reading.LeavesOut(form)) return false;
            reading.Form.Read(reading.WaveOf(form.Place.Wave), form, instrument);
            return true;
        }
    }

    private sealed class OneUnitForm(InstrumentDefinition instrument) : RowUnit(instrument.Subject == InstrumentSubject.Worker ? "social worker's form" : "site's form")
    {
        public override bool IsOfFamilies => false;

        internal override int Places(FamilyReading reading) => reading.Units(instrument).Length;

        internal override bool Turn(FamilyReading reading, int place)
        {
            var unit = reading.Units(instrument)[place];
            reading.Unit = unit;
            reading.Form.Read(reading.WaveOf(unit.Form.Entry.Wave), unit.AsForm, reading.Frame.Shelf.Find(instrument.Id, unit.Form.Entry.InstrumentVersion) ?? instrument);
            return true;
        }
    }
}
