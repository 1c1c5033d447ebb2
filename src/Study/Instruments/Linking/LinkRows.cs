using SosLongitudinal.Study.Instruments.Drafting.Joining;

namespace SosLongitudinal.Study.Instruments.Linking;

/// <summary>The concordance row by row: a link is known by its item, the versions that it is between, and its wave where it is about one.</summary>
public static class LinkRows
{
    /// <summary>Such as <c>link:damp@1-2</c>, or <c>link:damp@2-2@t1</c>.</summary>
    public static string KeyOf(ItemLink link) => $"link:{link.Item}@{link.From}-{link.To}{(link.Wave is { } wave ? $"@{wave}" : "")}";

    public static RowKind<ItemLink> Kind { get; } = new(KeyOf, Words);

    private static IEnumerable<(string, string)> Words(ItemLink link)
    {
        yield return ("How it stands", link.Kind switch { LinkKind.Same => "the same", LinkKind.Recoded => "recoded", _ => "not comparable" });
        if (link.Was is { } was) yield return ($"In version {link.From}", was);
        if (!link.Recode.IsEmpty) yield return ("Recoded", string.Join(' ', link.Recode.Select(p => $"{p.Was}={p.Becomes}")));
        if (link.Note is { } note) yield return ("Note", note);
    }
}
