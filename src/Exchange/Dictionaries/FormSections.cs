using System.Collections.Immutable;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>Fields under their section headers; a matrix is a section of its own, shown as a table.</summary>
internal static class FormSections
{
    public static ImmutableArray<Section> Of(IEnumerable<(DictionaryField Field, Item Item)> fields)
    {
        var sections = new List<(Section Section, string Matrix, List<Item> Items)>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        var read = fields.ToList();
        named.UnionWith(read.Select(f => f.Item.Name));
        var title = "";
        foreach (var (field, item) in read)
        {
            var header = Markup.Plain(field[DictionaryColumn.Section]);
            var matrix = field[DictionaryColumn.MatrixGroup];
            if (header.Length > 0) title = header;
            if (sections.Count == 0 || header.Length > 0 || sections[^1].Matrix != matrix)
            {
                sections.Add((matrix.Length == 0 ? new(title, []) : new(title.Length > 0 ? title : Words(matrix), []) { Name = Free(matrix, named), Appearance = "table-list" }, matrix, []));
            }
            sections[^1].Items.Add(item);
        }
        return [.. sections.Select(s => s.Section with { Items = [.. s.Items] })];
    }

    /// <summary>A name as words: <c>visit_lab_data</c> is Visit lab data.</summary>
    public static string Words(string name)
    {
        var words = name.Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Free(string matrix, HashSet<string> named)
    {
        var name = CleanNames.OfItem(matrix);
        for (var i = 2; !named.Add(name); i++) name = $"{CleanNames.OfItem(matrix)}_v{i}";
        return name;
    }
}
