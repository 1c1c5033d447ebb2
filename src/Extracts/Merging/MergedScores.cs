using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Merging;

/// <summary>Scores forms for merged columns: as the newest version of their instrument, from recoded answers. For one thread.</summary>
internal sealed class MergedScores(MergedForms forms)
{
    private readonly Dictionary<InstrumentDefinition, Newest> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The definition that a form is scored as, and its scores in the order of that definition's plan.</summary>
    public ReadOnlySpan<short> Of(FormReading form, out InstrumentDefinition scoredAs)
    {
        var own = form.Instrument!;
        scoredAs = own;
        if (forms.Layout == VersionLayout.Apart || forms.IsPlain(own)) return form.Scores;
        if (!known.TryGetValue(own, out var newest)) known.Add(own, newest = new(forms, own));
        if (ReferenceEquals(newest.Definition, own)) return form.Scores;
        scoredAs = newest.Definition;
        return newest.Score(form);
    }

    /// <summary>Whether forms of a version have any answer that the newest version's scale is made of.</summary>
    public static bool CanScore(MergedForms forms, InstrumentDefinition version, InstrumentDefinition newest, string scale) =>
        newest.Scales.FirstOrDefault(s => s.Name == scale) is { } found
        && (found.SumOf.IsEmpty ? found.Items.Any(i => forms.Item(i)?.Sources.Any(s => ReferenceEquals(s.Version, version)) == true) : found.SumOf.Any(part => CanScore(forms, version, newest, part)));

    private sealed class Newest
    {
        private static readonly short NotInVersion = DenseCode.Of(MissingReason.NotInVersion);
        private readonly ScorePlan plan;
        private readonly RowPlans plans;
        private readonly short[] row;
        private readonly short[] scores;
        private readonly bool[] can;

        public Newest(MergedForms forms, InstrumentDefinition own)
        {
            Definition = forms.NewestOf(own);
            plan = ScorePlan.Of(Definition);
            plans = new([.. Definition.Items.Select(i => forms.Item(i.Name)!)]); // a newest version's items have columns of their names
            (row, scores) = (new short[Definition.Items.Length], new short[plan.Count]);
            can = [.. Definition.Scales.Select(s => CanScore(forms, own, Definition, s.Name))];
        }

        public InstrumentDefinition Definition { get; }

        public ReadOnlySpan<short> Score(FormReading form)
        {
            var answers = form.Form!.Answers;
            var plan = plans.Of(form.Instrument!, form.Wave);
            var positions = plan.PositionsIn(answers.Shape);
            for (var i = 0; i < row.Length; i++)
            {
                var cell = positions[i] < 0 ? NotInVersion : answers.Dense[positions[i]];
                row[i] = DenseCode.IsCode(cell) ? (short)plan[i]!.Recoded(cell) : cell;
            }
            this.plan.Score(row, scores);
            for (var i = 0; i < scores.Length; i++) if (!can[i]) scores[i] = NotInVersion;
            return scores;
        }
    }
}
