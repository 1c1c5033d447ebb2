using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Cases;

/// <summary>Test cases one by one: each is known by its name.</summary>
public static class CaseRows
{
    /// <summary>Such as <c>case:no goals</c>.</summary>
    public static string KeyOf(TestCase test) => $"case:{test.Name}";

    public static RowKind<TestCase> Kind { get; } = new(KeyOf, Words);

    private static IEnumerable<(string, string)> Words(TestCase test)
    {
        yield return ("Answers", string.Join(' ', test.Answers.All().Select(a => $"{a.Name}={a.Answer.AsText()}")));
        if (!test.Scores.IsEmpty) yield return ("Scores", string.Join(", ", test.Scores.Select(s => $"{s.Key} {s.Value}")));
        if (!test.Applies.IsEmpty) yield return ("Applies", string.Join(", ", test.Applies.Select(a => $"{a.Key} {(a.Value ? "yes" : "no")}")));
        if (!test.Holds.IsEmpty) yield return ("Holds", string.Join(", ", test.Holds.Select(h => $"{h.Key} {h.Value}")));
        if (!test.Refuses.IsEmpty) yield return ("Refuses", string.Join(", ", test.Refuses));
        if (test.On is { } on) yield return ("Filled in on", DayWords.Of(on));
    }
}
