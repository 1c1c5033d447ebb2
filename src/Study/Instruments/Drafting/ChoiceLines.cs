using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>Choices as a person types them: one a line, the code and then the words.</summary>
public static class ChoiceLines
{
    public static string Of(IEnumerable<Choice> choices) => string.Join('\n', choices.Where(c => !c.Dropped).Select(c => $"{c.Code} {c.Label}".TrimEnd()));

    /// <summary>Codes that were there keep what else is known of them; those that are left out go (what was published stays on as dropped).</summary>
    public static Decision<ImmutableArray<Choice>> Read(string? typed, ImmutableArray<Choice> before)
    {
        var choices = ImmutableArray.CreateBuilder<Choice>();
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (!int.TryParse(parts[0].TrimEnd('.', ')', ':', '='), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)) return DraftRefusals.BadChoice(line);
            if (choices.Any(c => c.Code == code)) return DraftRefusals.CodeTwice(code);
            var known = before.FirstOrDefault(c => c.Code == code) ?? new Choice(code);
            choices.Add(known with { Label = parts.Length > 1 ? parts[1] : null, Dropped = false });
        }
        return choices.Count == 0 ? DraftRefusals.NoChoices : choices.ToImmutable();
    }
}
