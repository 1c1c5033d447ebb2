using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>One text of a form that can be said in a further language.</summary>
/// <param name="Key">What it is of: <c>item:damp:label</c>, <c>choice:often:2</c>, <c>section:1</c>.</param>
/// <param name="Own">As the form's own language has it.</param>
/// <param name="Said">As the further language has it; empty where it does not.</param>
public sealed record FormText(string Key, string What, string Own, string Said);

/// <summary>A draft's wording in further languages: every text beside its own, changed one language at a time.</summary>
public static class LanguageEdits
{
    private const int Longest = 40;
    private static readonly ImmutableArray<string> Parts = ["label", "hint", "constraint", "required"];

    /// <summary>Every text that the form has of its own, in form order; choices behind the first item that offers them.</summary>
    public static ImmutableArray<FormText> Texts(InstrumentDefinition draft, string language)
    {
        var (texts, lists) = (ImmutableArray.CreateBuilder<FormText>(), new HashSet<string>(StringComparer.Ordinal));
        for (var at = 0; at < draft.Sections.Length; at++)
        {
            var section = draft.Sections[at];
            if (section.Title.Length > 0) texts.Add(new($"section:{at}", "Heading", section.Title, In(section.Labels, language)));
            foreach (var item in section.Items)
            {
                foreach (var part in Parts)
                    if (Own(item, part) is { } own) texts.Add(new($"item:{item.Name}:{part}", part switch { "label" => item.Name, "hint" => $"{item.Name}, hint", _ => $"{item.Name}, message" }, own, In(Labels(item, part), language)));
                if (item.Choices is not { } list || !lists.Add(list)) continue;
                foreach (var choice in draft.ChoicesOf(item).Where(c => !c.Dropped && c.Label is not null)) texts.Add(new($"choice:{list}:{choice.Code}", $"{choice.Code}", choice.Label!, In(choice.Labels, language)));
            }
        }
        return texts.ToImmutable();
    }

    /// <summary>A language's name as files have it, such as <c>French (fr)</c>; that of one that the form has under its tag or name is the form's.</summary>
    public static Decision<string> Named(InstrumentDefinition draft, string? typed)
    {
        var name = (typed ?? "").Trim();
        if (name.Length == 0) return LanguageRefusals.None;
        if (name.Length > Longest || name.Any(c => !char.IsLetterOrDigit(c) && c is not (' ' or '(' or ')' or '-' or '_'))) return LanguageRefusals.Bad;
        if (string.Equals(name, draft.Language, StringComparison.OrdinalIgnoreCase)) return LanguageRefusals.Own(name);
        return draft.Languages().Skip(1).FirstOrDefault(l => string.Equals(l, name, StringComparison.OrdinalIgnoreCase) || l.EndsWith($"({name})", StringComparison.OrdinalIgnoreCase)) ?? name;
    }

    /// <param name="said">Texts by key; an empty one is taken out, a key that is not among them stays as it is.</param>
    public static Decision<InstrumentDefinition> Say(InstrumentDefinition draft, string language, IReadOnlyDictionary<string, string> said) => Named(draft, language).Select(name => draft with
    {
        Sections = [.. draft.Sections.Select((section, at) => section with
        {
            Labels = Put(section.Labels, name, said, $"section:{at}"),
            Items = [.. section.Items.Select(item => item with
            {
                Labels = Put(item.Labels, name, said, $"item:{item.Name}:label"),
                Hints = Put(item.Hints, name, said, $"item:{item.Name}:hint"),
                ConstraintMessages = Put(item.ConstraintMessages, name, said, $"item:{item.Name}:constraint"),
                RequiredMessages = Put(item.RequiredMessages, name, said, $"item:{item.Name}:required"),
            })],
        })],
        ChoiceLists = draft.ChoiceLists.ToImmutableDictionary(l => l.Key, l => l.Value.Select(c => c with { Labels = Put(c.Labels, name, said, $"choice:{l.Key}:{c.Code}") }).ToImmutableArray()),
    });

    private static ImmutableDictionary<string, string> Put(ImmutableDictionary<string, string> labels, string language, IReadOnlyDictionary<string, string> said, string key) =>
        !said.TryGetValue(key, out var text) ? labels : text.Trim() is { Length: > 0 } given ? labels.SetItem(language, given) : labels.Remove(language);

    private static string In(ImmutableDictionary<string, string> labels, string language) => labels.GetValueOrDefault(language, "");

    private static string? Own(Item item, string part) => part switch { "label" => item.Label, "hint" => item.Hint, "constraint" => item.ConstraintMessage, _ => item.RequiredMessage };

    private static ImmutableDictionary<string, string> Labels(Item item, string part) => part switch { "label" => item.Labels, "hint" => item.Hints, "constraint" => item.ConstraintMessages, _ => item.RequiredMessages };
}

/// <summary>What is said of a language that cannot be one.</summary>
public static class LanguageRefusals
{
    public static readonly Refusal None = new Refusal("draft.language", "Enter a language, such as Polish (pl).").At("Language");
    public static readonly Refusal Bad = new Refusal("draft.language-name", "Enter a language of at most 40 letters, with its tag in brackets, such as Polish (pl).").At("Language");
    public static Refusal Own(string name) => new Refusal("draft.language-own", $"{name} is the language that the form is in. Its words are changed item by item.").At("Language");
}
