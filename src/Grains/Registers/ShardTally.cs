using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Counts what forms hold, answer by answer.</summary>
internal static class ShardTally
{
    public static FormTally Of(IEnumerable<FamilyState> families, InstrumentId instrument)
    {
        var versions = new Dictionary<int, int>();
        var counts = new Dictionary<AnswerShape, Counts>();
        foreach (var family in families)
            foreach (var form in family.Forms)
            {
                if (form.Place.Instrument != instrument) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(versions, form.InstrumentVersion, out _)++;
                if (!counts.TryGetValue(form.Answers.Shape, out var of)) counts.Add(form.Answers.Shape, of = new(form.Answers.Shape.Count));
                of.Add(form.Answers);
            }
        return counts.Select(c => c.Value.Tally(c.Key)).Aggregate(FormTally.None with { ByVersion = versions.ToImmutableSortedDictionary() }, (all, one) => all.Plus(one));
    }

    private sealed class Counts(int items)
    {
        private readonly int[] answered = new int[items];
        private readonly Dictionary<int, int>[] codes = [.. Enumerable.Range(0, items).Select(_ => new Dictionary<int, int>())];

        public void Add(Answers answers)
        {
            var dense = answers.Dense;
            for (var i = 0; i < dense.Length; i++)
            {
                if (DenseCode.IsMissing(dense[i])) continue;
                answered[i]++;
                if (DenseCode.IsCode(dense[i])) Count(i, dense[i]);
                else if (answers.At(i) is Answer.Codes several) foreach (var code in several.Values) Count(i, code);
            }
        }

        public FormTally Tally(AnswerShape shape) => new(ImmutableSortedDictionary<int, int>.Empty,
            shape.Names.Select((name, i) => KeyValuePair.Create(name, new ItemTally(answered[i], codes[i].ToImmutableDictionary()))).ToImmutableDictionary());

        private void Count(int item, int code) => CollectionsMarshal.GetValueRefOrAddDefault(codes[item], code, out _)++;
    }
}
