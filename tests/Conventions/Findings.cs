namespace SosLongitudinal.Tests.Conventions;

internal static class Findings
{
    /// <summary>Fails naming all of them, one a line.</summary>
    public static void None<T>(IEnumerable<T> findings)
    {
        var lines = findings.Select(f => $"{f}").Distinct().Order().ToList();
        if (lines.Count > 0) Assert.Fail(string.Join('\n', lines));
    }
}
