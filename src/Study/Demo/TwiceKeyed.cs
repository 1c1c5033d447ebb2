using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Demo;

/// <summary>
/// One form as two people keyed it. SDQs are read off paper: either may slip to the neighbouring code. Case records are judged: two coders differ in what is
/// judged, and the settled coding takes either.
/// </summary>
internal sealed class TwiceKeyed
{
    private const double Slips = 0.006;
    private const double Misread = 0.03;
    private const double Awaited = 0.12;
    private const double Unsettled = 0.3;
    private static readonly (string Item, double Differs, int Most)[] Judged =
        [("abuse", 0.06, 1), ("neglect", 0.09, 1), ("mental", 0.11, 1), ("substance", 0.07, 1), ("plan", 0.14, 3), ("safetyplan", 0.05, 1)];

    private readonly Answers right;
    private readonly Answers second;

    private TwiceKeyed(Answers right, Answers first, Answers second) => (this.right, First, this.second) = (right, first, second);

    public Answers First { get; }

    public static TwiceKeyed Of(InstrumentDefinition form, Answers right, Draws draws)
    {
        if (form.Id.Text == "case-record") return new(right, right, Judged.Aggregate(right, (keyed, j) => draws.Chance(j.Differs) ? Beside(keyed, j.Item, j.Most, draws) : keyed));
        return new(right, Slipped(), Slipped());

        Answers Slipped() => form.Items.Take(25).Aggregate(right, (keyed, item) => draws.Chance(Slips) ? Beside(keyed, item.Name, 2, draws) : keyed);
    }

    /// <summary>The second entry some days after the first, and how it was settled; some wait for either.</summary>
    public void Write(FamilyHistory history, DemoFrame frame, InstrumentDefinition form, FamilyFact.FormEntered entered, DateOnly first, string other, Draws draws)
    {
        var (again, isAwaited) = (first.AddDays(draws.Between(3, 25)), draws.Chance(Awaited));
        var on = form.Id.Text != "case-record" && draws.Chance(Misread) ? entered.CompletedOn.AddDays(-1) : entered.CompletedOn;
        var (settledOn, isUnsettled) = (again.AddDays(draws.Between(1, 14)), draws.Chance(Unsettled));
        if (isAwaited || again > frame.Calendar.Last) return;
        var differ = form.Items.Where(i => First[i.Name] != second[i.Name]).Select(i => i.Name).ToList();
        var agrees = differ.Count == 0 && on == entered.CompletedOn;
        history.Add(again, other, new FamilyFact.FormSecondEntered(entered.Place, on, entered.Mode, entered.Language, second, agrees));
        if (agrees || isUnsettled || settledOn > frame.Calendar.Last) return;

        var items = differ.Select(name => Settled(name, By(form, name, draws))).ToList();
        if (on != entered.CompletedOn) items.Insert(0, new(KeyedDifferences.CompletedOn, SettledBy.First));
        var thirds = items.Where(i => i.By == SettledBy.Third).Select(i => (i.Item, right[i.Item])).ToList();
        var answers = items.Where(i => i.By == SettledBy.Second).Aggregate(First, (settled, i) => settled.With(i.Item, second[i.Item]));
        answers = thirds.Aggregate(answers, (settled, third) => settled.With(third.Item1, third.Item2));
        history.Add(settledOn, DemoAccounts.Coordinator, new FamilyFact.FormSettled(
            entered.Place, [.. items], thirds.Count == 0 ? null : Answers.Of(thirds), new(entered.CompletedOn, entered.Mode, entered.Language, entered.Flags, answers)));
    }

    private static ItemSettlement Settled(string item, SettledBy by) => new(item, by, by == SettledBy.Third ? "Both misread it; the paper says so." : null);

    private SettledBy By(InstrumentDefinition form, string item, Draws draws) =>
        form.Id.Text == "case-record" ? draws.Chance(0.6) ? SettledBy.First : SettledBy.Second
        : First[item] == right[item] ? SettledBy.First
        : second[item] == right[item] ? SettledBy.Second : SettledBy.Third;

    /// <summary>A neighbouring code; what has no code stays.</summary>
    private static Answers Beside(Answers keyed, string item, int most, Draws draws)
    {
        var up = draws.Chance(0.5);
        return keyed.TryCode(item, out var code) ? keyed.With(item, Answer.Of(code == 0 ? 1 : code == most ? most - 1 : up ? code + 1 : code - 1)) : keyed;
    }
}
