using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Pages.Instruments.Print;

/// <summary>The paper form: item numbers and codes, and the wording only where the study holds it.</summary>
public sealed class IndexModel : InstrumentTask
{
    public void OnGet() { }

    /// <summary>Items of a section that have the same choices one after another stand in one grid.</summary>
    public IEnumerable<(IReadOnlyList<Choice> Choices, IReadOnlyList<Item> Items)> Runs(Section section)
    {
        var run = new List<Item>();
        IReadOnlyList<Choice> choices = [];
        foreach (var item in section.Items.Where(i => !i.Hidden && i.Type != ItemType.Computed))
        {
            var own = item.Type == ItemType.Code ? Shown.OfferedBy(item).ToList() : [];
            if (run.Count > 0 && !(own.Count > 0 && own.SequenceEqual(choices)))
            {
                yield return (choices, run);
                run = [];
            }
            run.Add(item);
            choices = own;
        }
        if (run.Count > 0) yield return (choices, run);
    }

    /// <summary>Whether a run is shown as a grid: several items, short choices.</summary>
    public static bool IsGrid(IReadOnlyList<Choice> choices, IReadOnlyList<Item> items) => items.Count > 1 && choices.Count is > 0 and <= 6 && choices.All(c => (c.Label ?? "").Length <= 28);

    /// <summary>How an answer that is written is to be written.</summary>
    public static string Boxes(Item item) => item.Type switch
    {
        ItemType.Date => "day / month / year",
        ItemType.Time => "hour : minute",
        ItemType.DateTime => "day / month / year, hour : minute",
        _ => "",
    };

    /// <summary>How many boxes a number gets; 0 for a line.</summary>
    public static int Digits(Item item) => item is { Type: ItemType.Number, Decimals: false } && (item.Max ?? 99) is var max && max < 1_000_000 ? Math.Max(1, ((long)max).ToString(CultureInfo.InvariantCulture).Length) : 0;

    public string? Condition(Item item) => item.Relevance is { } gate && Shown.ItemOf(gate.Item) is { } over ? $"Only if {over.Number} is {string.Join(" or ", gate.Values)}"
        : item.Relevant is { } relevant ? $"Only where {Numbered(relevant)}" : null;

    /// <summary>An expression with item numbers in place of names, as somebody with the paper in hand reads it.</summary>
    private string Numbered(string expression)
    {
        foreach (var item in Shown.Items) expression = expression.Replace($"${{{item.Name}}}", item.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return expression;
    }
}
