using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Cases;

/// <summary>Whether test cases can be kept at all; whether they hold is for <see cref="CaseRun"/>.</summary>
internal static class CaseCheck
{
    private const int Most = 2_000;
    private const int LongestName = 100;

    public static Refusal? Fault(ImmutableArray<TestCase> cases) =>
        cases.Length > Most ? InstrumentRefusals.BadCase("cases", $"An instrument holds at most {Most} test cases.")
        : cases.FirstOrDefault(c => c.Name.Trim().Length is 0 or > LongestName) is { } unnamed ? InstrumentRefusals.BadCase(unnamed.Name, $"Give every test case a name of at most {LongestName} characters.")
        : cases.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice ? InstrumentRefusals.BadCase(twice.Key, $"Two test cases are called '{twice.Key}'.")
        : cases.FirstOrDefault(c => c.Applies.IsEmpty && c.Scores.IsEmpty && c.Holds.IsEmpty && c.Refuses.IsEmpty) is { } idle ? InstrumentRefusals.BadCase(idle.Name, $"Test case '{idle.Name}' expects nothing: say what applies, what the scores are, what items hold or what is refused.")
        : null;

    public static bool Same(ImmutableArray<TestCase> one, ImmutableArray<TestCase> other) =>
        JsonSerializer.Serialize(one, FactJson.Options) == JsonSerializer.Serialize(other, FactJson.Options);
}
