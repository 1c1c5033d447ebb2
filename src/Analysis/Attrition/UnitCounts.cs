using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Analysis.Attrition;

/// <summary>Counts retention of families, respondents, children and instruments: an interview kept is not yet the same person, child or form kept.</summary>
internal sealed class UnitCounts(WavePair pair)
{
    private readonly Tally family = new();
    private readonly Tally respondent = new();
    private readonly Dictionary<Measure, Tally> children = pair.Measures.Where(m => m.Subject == InstrumentSubject.Child).ToDictionary(m => m, _ => new Tally());
    private readonly Dictionary<Measure, Tally> instruments = pair.Measures.ToDictionary(m => m, _ => new Tally());

    public static IEnumerable<string> Columns(WavePair pair) => pair.Measures.SelectMany(m => (string[])[pair.BeforeColumn($"{m.Code}_status"), pair.AfterColumn($"{m.Code}_status")])
        .Concat(pair.Measures.Where(m => m.Subject == InstrumentSubject.Child)
            .SelectMany(m => (string[])[pair.BeforeColumn($"{m.Code}_children"), pair.AfterColumn($"{m.Code}_children"), pair.AfterColumn($"{m.Code}_children_both")]));

    public void Add(TableRow row, FamilyFate fate)
    {
        var (before, after) = (fate.Before == Fate.Interviewed, fate.After == Fate.Interviewed);
        var couldAgain = fate.Closed && fate.After is not (Fate.DiedOrIneligible or Fate.NotDue);
        family.Add(before ? 1 : 0, before && after ? 1 : 0, after && !before ? 1 : 0, couldAgain);
        respondent.Add(before ? 1 : 0, before && fate.SameRespondent == true ? 1 : 0, after && !(before && fate.SameRespondent == true) ? 1 : 0, couldAgain);
        foreach (var (measure, tally) in children)
        {
            var both = row.Number(pair.AfterColumn($"{measure.Code}_children_both")) ?? 0;
            tally.Add(row.Number(pair.BeforeColumn($"{measure.Code}_children")) ?? 0, both, (row.Number(pair.AfterColumn($"{measure.Code}_children")) ?? 0) - both, couldAgain);
        }
        foreach (var (measure, tally) in instruments)
        {
            var (one, two) = (row.Text(pair.BeforeColumn($"{measure.Code}_status")) == "done", row.Text(pair.AfterColumn($"{measure.Code}_status")) == "done");
            tally.Add(one ? 1 : 0, one && two ? 1 : 0, two && !one ? 1 : 0, couldAgain);
        }
    }

    public ImmutableArray<UnitCount> Counts() =>
    [
        family.As("family", "Families interviewed"),
        respondent.As("respondent", "Respondents interviewed"),
        .. children.Select(c => c.Value.As("child", $"Study children with a form: {c.Key.Title}")),
        .. instruments.Select(i => i.Value.As("instrument", $"Main forms: {i.Key.Title}")),
    ];

    private sealed class Tally
    {
        private int before;
        private int againOfClosed;
        private int closed;
        private int afterOnly;

        public void Add(int atBefore, int again, int onlyAfter, bool couldAgain)
        {
            before += atBefore;
            afterOnly += onlyAfter;
            if (!couldAgain) return;
            closed += atBefore;
            againOfClosed += again;
        }

        public UnitCount As(string unit, string label) => new(unit, label, before, new(againOfClosed, closed), afterOnly);
    }
}
