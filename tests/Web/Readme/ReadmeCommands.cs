using System.Text.RegularExpressions;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Web.Readme;

/// <summary>The commands of README.md: each line of a <c>bash</c> block, comments and continuations taken out.</summary>
internal static partial class ReadmeCommands
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Block().Matches(File.ReadAllText(Repository.Path("README.md")))
            .SelectMany(block => block.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => Spaces().Replace(Comment().Replace(line, ""), " ").Trim())
            .Where(line => line.Length > 0),
    ];

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s#\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
