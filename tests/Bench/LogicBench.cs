using System.Collections.Immutable;
using System.Diagnostics;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Bench;

/// <summary>A form of 250 items with 100 expressions, worked out again after each answer.</summary>
internal static class LogicBench
{
    public static Task Run(Report report, int[] sizes)
    {
        var form = Form();
        var moment = FormMoment.On(new(2016, 3, 15));
        var first = Stopwatch.StartNew();
        var logic = FormLogic.Of(form);
        var compiled = first.Elapsed.TotalMilliseconds;
        if (logic.Faults.Length > 0) throw new InvalidOperationException(logic.Faults[0].Sentence);
        var given = form.Items.Select((item, i) => item.Type switch { ItemType.Date => Answer.Of(new DateOnly(2010, 1, 1).AddDays(i)), ItemType.Computed => null, ItemType.Number => Answer.Of(i % 30), _ => Answer.Of(i % 3) }).ToArray();
        for (var i = 0; i < 2_000; i++) logic.Evaluate(given, moment);

        var times = new List<double>();
        for (var i = 0; i < 5_000; i++)
        {
            given[i % 50] = Answer.Of(i % 3);
            var one = Stopwatch.StartNew();
            logic.Evaluate(given, moment);
            times.Add(one.Elapsed.TotalMilliseconds);
        }
        var all = new Times(times);
        report.Add("form worked out again, 100 expressions", "250 items", $"{all.Median:F3} ms, p99 {all.P99:F3} ms; compiled once in {compiled:F0} ms", "<= 1 ms");
        return Task.CompletedTask;
    }

    private static InstrumentDefinition Form()
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        for (var i = 0; i < 250; i++)
        {
            var item = new Item { Name = $"i{i}", Number = i + 1, Choices = "three" };
            items.Add((i, i % 5) switch
            {
                (< 50, _) => item,
                (_, 0) => item with { Relevant = $"${{i{i - 50}}} = 1 or selected(${{i{i % 50}}}, '2')" },
                (_, 1) => item with { Type = ItemType.Computed, Choices = null, Calculation = $"round((sum(${{i{i - 49}}}) + coalesce(${{i{i % 50}}}, 0)) div 3, 2)" },
                (_, 2) when i % 2 == 0 => item with { Type = ItemType.Date, Choices = null, Constraint = ". <= today() and . > date('2000-01-01')" },
                (_, 3) when i % 4 != 0 => item with { Type = ItemType.Number, Choices = null, Constraint = $". >= 0 and (. < 100 or ${{i{i % 50}}} = 2)" },
                _ => item,
            });
        }
        var sdq = InstrumentShelf.Library["sdq-p-4-17"];
        var form = sdq with { ChoiceLists = sdq.ChoiceLists.Add("three", [new(0), new(1), new(2)]), Scales = [], Bands = [], Sections = [new("All", items.DrainToImmutable())] };
        var count = form.Items.Sum(i => (i.Relevant is null ? 0 : 1) + (i.Constraint is null ? 0 : 1) + (i.Calculation is null ? 0 : 1));
        return count >= 100 ? form : throw new InvalidOperationException($"The form has {count} expressions.");
    }
}
