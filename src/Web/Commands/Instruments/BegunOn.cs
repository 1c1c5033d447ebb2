using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Commands.Instruments;

/// <summary>What a file was made from, and what its person said of parts that somebody else changed meanwhile.</summary>
internal static class BegunOn
{
    private static readonly Option<int?> Revision = new("--revision") { Description = "The revision that the file was made from; show writes it into the text." };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Put the file in the place of whatever is there." };
    private static readonly Option<string[]> Mine = new("--mine") { Description = "A part that both changed, as the refusal names it (item:noise): the file's stays.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Theirs = new("--theirs") { Description = "A part that both changed: the other's stays.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int?> Seen = new("--seen") { Description = "The revision that the refusal named." };

    /// <summary>Gives a command that takes a file the choice of what it was begun on.</summary>
    public static Command WithBasis(this Command command)
    {
        foreach (var option in (Option[])[Revision, Replace, Mine, Theirs, Seen]) command.Add(option);
        return command;
    }

    public static int? RevisionOf(ParseResult parsed) => parsed.GetValue(Revision);

    /// <summary>The header that says it; absent where the text does.</summary>
    public static string? IfMatch(ParseResult parsed) => parsed.GetValue(Replace) ? "*" : null;

    /// <summary>What follows the resource's path.</summary>
    public static string Query(ParseResult parsed)
    {
        var said = new List<string>([.. (parsed.GetValue(Mine) ?? []).Select(p => $"mine={Uri.EscapeDataString(p)}"), .. (parsed.GetValue(Theirs) ?? []).Select(p => $"theirs={Uri.EscapeDataString(p)}")]);
        if (parsed.GetValue(Seen) is { } seen) said.Add($"seen={seen}");
        return said.Count > 0 ? $"?{string.Join('&', said)}" : "";
    }

    /// <summary>The file's text, with the revision that the command names.</summary>
    public static async Task<Decision<JsonNode>> Read(ParseResult parsed, FileInfo file, Func<string, Refusal> notText, CancellationToken cancellation)
    {
        try
        {
            var text = JsonNode.Parse(await File.ReadAllTextAsync(file.FullName, cancellation), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (text is null) return notText("it is empty.");
            if (text is JsonObject whole && RevisionOf(parsed) is { } began) whole[RevisedText.Property] = began;
            return text;
        }
        catch (JsonException fault)
        {
            return notText(fault.Message);
        }
    }
}
