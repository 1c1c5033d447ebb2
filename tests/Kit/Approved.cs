namespace SosLongitudinal.Tests.Kit;

/// <summary>
/// Holds a text against the file <c>name.approved.txt</c> in a folder of the tests. Where they differ the text lies beside it as <c>name.received.txt</c>: read the
/// difference, and where it is what you meant, let it take the approved file's place.
/// </summary>
public static class Approved
{
    public static void Is(string folder, string name, string text)
    {
        var (approved, received) = (Repository.Path("tests", folder, $"{name}.approved.txt"), Repository.Path("tests", folder, $"{name}.received.txt"));
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        throw new NotApprovedException($"{name} is not as approved. First difference, line {Difference(expected, text)}\nThe whole is in {received}.");
    }

    private static string Difference(string expected, string text)
    {
        var (before, after) = (expected.Split('\n'), text.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"{at + 1}:\n  approved: {before.ElementAtOrDefault(at)}\n  received: {after.ElementAtOrDefault(at)}";
    }
}

public sealed class NotApprovedException(string difference) : Exception(difference);
