using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.DoubleEntry;

/// <summary>One SDQ, entered by one person and then by another; a test says only what they keyed.</summary>
internal sealed class TwiceEntered
{
    public const string Second = "second@example.org";
    public const string Settler = "settler@example.org";
    public const string Day = "2026-03-01";
    private readonly FormEntry first;

    public TwiceEntered(params (string Item, int Code)[] keyed)
    {
        Family = FamilyBuilder.TakingPart().On(Day);
        first = Keyed(Family.Entry(T1, "sdq-p-4-17", Day), keyed);
        Family.Does((f, s) => FormRules.Enter(f, Family.Frame, first, s)).As(Second);
    }

    public FamilyBuilder Family { get; }

    public FormPlace Place => first.Place;

    public Form Form => Family.State.FormAt(Place)!;

    public SecondEntry Twice => Form.Trail!.Second!;

    /// <summary>The first entry's form with other answers; the rest stands as it was.</summary>
    public FormEntry Entry(params (string Item, int Code)[] keyed) => Keyed(first, keyed);

    public TwiceEntered Again(params (string Item, int Code)[] keyed)
    {
        Family.Does((f, s) => SecondEntryRules.Enter(f, Family.Frame, Entry(keyed), isDrawn: true, s)).As(Settler);
        return this;
    }

    public Refusal Refused(FormEntry entry, bool isDrawn = true) => Family.Asks((f, s) => SecondEntryRules.Enter(f, Family.Frame, entry, isDrawn, s)).Refused();

    public TwiceEntered Settled(params ImmutableArray<Settlement> chosen)
    {
        Family.Does((f, s) => SettleRules.Settle(f, Family.Frame, Place, chosen, s));
        return this;
    }

    public Refusal NotSettled(params ImmutableArray<Settlement> chosen) => Family.Asks((f, s) => SettleRules.Settle(f, Family.Frame, Place, chosen, s)).Refused();

    public int? Score(string scale) => Scoring.Score(InstrumentShelf.Library[Place.Instrument], Form.Answers)[scale]?.Value;

    private static FormEntry Keyed(FormEntry entry, (string Item, int Code)[] keyed)
    {
        var definition = InstrumentShelf.Library[entry.Place.Instrument];
        var sent = entry.Answers.All().Where(a => !KeyedDifferences.IsNotApplicable(a.Answer)).ToDictionary(a => a.Name, a => a.Answer);
        foreach (var (item, code) in keyed) sent[item] = Answer.Of(code);
        var kept = AnswerRules.Check(definition, sent).Accepted();
        return entry with { Answers = kept.Answers, Aside = kept.Aside };
    }
}
