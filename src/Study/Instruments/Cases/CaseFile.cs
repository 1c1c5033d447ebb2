using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Cases;

/// <summary>
/// Test cases as a file: JSON as the API takes them, or rows with a heading: <c>case</c>, <c>on</c>, <c>refuses</c>, item names for answers,
/// <c>applies:item</c> (yes or no), <c>score:scale</c> and <c>holds:item</c> for what must come of them. An empty cell says nothing.
/// </summary>
public static class CaseFile
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options) { WriteIndented = true, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static string Write(ImmutableArray<TestCase> cases) => JsonSerializer.Serialize(cases, Json);

    public static Decision<ImmutableArray<TestCase>> Read(string text)
    {
        try
        {
            var cases = JsonSerializer.Deserialize<List<TestCase?>>(text, Json);
            if (cases is null || cases.Any(c => c is not { Name: not null, Answers: not null })) return InstrumentRefusals.BadCase("cases", "Every case has a name and answers.");
            return cases.Select(c => c! with { Refuses = c.Refuses.IsDefault ? [] : c.Refuses }).ToImmutableArray();
        }
        catch (JsonException fault)
        {
            return InstrumentRefusals.BadCase("cases", $"These are not test cases: {fault.Message}");
        }
    }

    /// <summary>The cases, and the revision where the text names the one that it was got at: <c>{"revision":7,"cases":[...]}</c>.</summary>
    public static Decision<(ImmutableArray<TestCase> Cases, int? Revision)> Revised(string text)
    {
        if (!text.TrimStart().StartsWith('{')) return Read(text).Select(cases => (cases, (int?)null));
        try
        {
            var whole = JsonNode.Parse(text)!.AsObject();
            var revision = whole["revision"]?.GetValue<int>();
            return whole["cases"] is JsonArray cases ? Read(cases.ToJsonString()).Select(read => (read, revision)) : InstrumentRefusals.BadCase("cases", "Send the test cases as a list, or as \"cases\" beside their \"revision\".");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return InstrumentRefusals.BadCase("cases", $"These are not test cases: {fault.Message}");
        }
    }

    /// <param name="rows">The heading, then one row a case.</param>
    public static Decision<ImmutableArray<TestCase>> Rows(InstrumentDefinition definition, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0 || !rows[0].Contains("case")) return InstrumentRefusals.BadCase("cases", "The first row names the columns; one of them is 'case'.");
        if (rows[0].GroupBy(c => c).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice) return InstrumentRefusals.BadCase(twice.Key, $"Two columns are called '{twice.Key}'.");
        var cases = ImmutableArray.CreateBuilder<TestCase>();
        foreach (var row in rows.Skip(1).Where(r => r.Any(c => c.Trim().Length > 0)))
        {
            var read = Row(definition, rows[0], row);
            if (read is not Decision<TestCase>.Accepted { Value: var test }) return ((Decision<TestCase>.Refused)read).Why;
            cases.Add(test);
        }
        return cases.ToImmutable();
    }

    private static Decision<TestCase> Row(InstrumentDefinition definition, IReadOnlyList<string> heading, IReadOnlyList<string> row)
    {
        var (answers, test) = (new List<(string, Answer)>(), new TestCase("", Answers.None));
        for (var i = 0; i < Math.Min(heading.Count, row.Count); i++)
        {
            var (column, cell) = (heading[i].Trim(), row[i].Trim());
            if (cell.Length == 0) continue;
            Refusal No(string sentence) => InstrumentRefusals.BadCase(column, $"{column}: {sentence}");
            if (column == "case") test = test with { Name = cell };
            else if (column == "on")
            {
                if (!DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return No($"'{cell}' is not a date such as 2016-03-01.");
                test = test with { On = on };
            }
            else if (column == "refuses") test = test with { Refuses = [.. cell.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)] };
            else if (column.StartsWith("applies:", StringComparison.Ordinal))
            {
                if (cell is not ("yes" or "no")) return No("write yes or no.");
                test = test with { Applies = test.Applies.SetItem(column["applies:".Length..], cell == "yes") };
            }
            else if (column.StartsWith("score:", StringComparison.Ordinal)) test = test with { Scores = test.Scores.SetItem(column["score:".Length..], cell) };
            else if (column.StartsWith("holds:", StringComparison.Ordinal)) test = test with { Holds = test.Holds.SetItem(column["holds:".Length..], cell) };
            else if (definition.ItemOf(column) is not { } item) return No("this is neither an item nor one of case, on, refuses, applies:, score: or holds:.");
            else if (AnswerReading.Of(item, cell) is not { } answer) return No($"'{cell}' is no answer to it.");
            else answers.Add((column, answer));
        }
        return test with { Answers = Answers.Of(answers) };
    }
}
