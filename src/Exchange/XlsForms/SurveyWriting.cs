using System.Globalization;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Sections and items as rows of a survey sheet; columns that nothing fills are left out.</summary>
internal sealed class SurveyWriting
{
    private readonly InstrumentDefinition definition;
    private readonly TextColumns texts;
    private readonly List<string[]> rows = [];
    private readonly Stack<(Section Section, string Name)> open = new();
    private int number;

    private SurveyWriting(InstrumentDefinition definition, TextColumns texts)
    {
        (this.definition, this.texts) = (definition, texts);
        Headings =
        [
            "type", "name", .. texts.Headings("label"), .. texts.Headings("hint"), "required", .. texts.Headings("required_message"), "relevant", "constraint", .. texts.Headings("constraint_message"),
            "calculation", "choice_filter", "default", "read_only", "appearance", "repeat_count", "sos",
        ];
    }

    private string[] Headings { get; }

    public static IEnumerable<string[]> Rows(InstrumentDefinition definition, TextColumns texts)
    {
        var writing = new SurveyWriting(definition, texts);
        foreach (var section in definition.Sections) writing.Write(section);
        writing.CloseTo(0);
        string[] always = ["type", "name", "label"];
        var kept = Enumerable.Range(0, writing.Headings.Length).Where(c => always.Contains(writing.Headings[c]) || writing.rows.Any(r => r[c].Length > 0)).ToList();
        return writing.rows.Prepend(writing.Headings).Select(row => kept.Select(c => row[c]).ToArray());
    }

    private void Write(Section section)
    {
        var chain = ChainOf(section);
        var shared = open.Reverse().Zip(chain).TakeWhile(p => ReferenceEquals(p.First.Section, p.Second) || p.First.Section.Name is { } name && name == p.Second.Name).Count();
        CloseTo(shared);
        foreach (var over in chain.Skip(shared)) Begin(over);
        foreach (var item in section.Items) Write(item);
    }

    /// <summary>The groups that a section's items lie in, outermost first; none where they stand at the top.</summary>
    private List<Section> ChainOf(Section section)
    {
        var chain = new List<Section>();
        if (section is not { Name: null, Parent: null, Title: "" }) chain.Add(section);
        for (var parent = section.Parent; parent is not null && chain.Count <= definition.Sections.Length;)
        {
            if (definition.Sections.FirstOrDefault(s => s.Name == parent) is not { } over) break;
            chain.Insert(0, over);
            parent = over.Parent;
        }
        return chain;
    }

    private void Begin(Section section)
    {
        var name = section.Name ?? $"section_{rows.Count + 1}";
        open.Push((section, name));
        var own = new JsonObject();
        if (section.Name is null) own["unnamed"] = true;
        if (section.RepeatCount is not null && section.Repeat is { } most) own["repeat"] = most;
        rows.Add(
        [
            section.Repeat is null ? "begin_group" : "begin_repeat", name, .. texts.Cells(section.Title, section.Labels), .. texts.Headings("hint").Select(_ => ""),
            "", .. texts.Headings("required_message").Select(_ => ""), section.Relevant ?? "", "", .. texts.Headings("constraint_message").Select(_ => ""), "", "", "", "", section.Appearance ?? "",
            section.RepeatCount ?? section.Repeat?.ToString(CultureInfo.InvariantCulture) ?? "", own.Count == 0 ? "" : own.ToJsonString(),
        ]);
    }

    private void CloseTo(int depth)
    {
        while (open.Count > depth)
        {
            var (section, name) = open.Pop();
            rows.Add([section.Repeat is null ? "end_group" : "end_repeat", name, .. Headings.Skip(2).Select(_ => "")]);
        }
    }

    private void Write(Item item) => rows.Add(
    [
        TypeOf(item), item.Name, .. texts.Cells(item.Label, item.Labels), .. texts.Cells(item.Hint, item.Hints),
        item.Required ? "yes" : item.RequiredWhen ?? "", .. texts.Cells(item.RequiredMessage, item.RequiredMessages), item.Relevant ?? "",
        NumberRange.ToConstraint(item) ?? "", .. texts.Cells(item.ConstraintMessage, item.ConstraintMessages), item.Calculation ?? "", item.ChoiceFilter ?? "", item.Default ?? "",
        item.ReadOnly ? "yes" : item.ReadOnlyWhen ?? "", item.Appearance ?? "", "", OwnCell.Write(item, AsRead(item), OwnCell.OfItem),
    ]);

    /// <summary>What a reader makes of the row without the cell <c>sos</c>.</summary>
    private Item AsRead(Item item) => new()
    {
        Name = item.Name,
        Number = ItemReading.TakesNumber(item) ? ++number : 0,
        Hidden = TypeOf(item) == "hidden",
        Decimals = item is { Type: ItemType.Number, Decimals: true },
        Min = item.Type == ItemType.Number ? item.Min : null,
        Max = item.Type == ItemType.Number ? item.Max : null,
    };

    private static string TypeOf(Item item) => item.Type switch
    {
        ItemType.Code => $"select_one {item.Choices}",
        ItemType.Codes => $"select_multiple {item.Choices}",
        ItemType.Ranking => $"rank {item.Choices}",
        ItemType.Number => item.Decimals ? "decimal" : "integer",
        ItemType.Text => item.Hidden ? "hidden" : "text",
        ItemType.Date => "date",
        ItemType.Time => "time",
        ItemType.DateTime => "dateTime",
        ItemType.Note => "note",
        ItemType.Computed => "calculate",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Type, "This is not an item type."),
    };
}
