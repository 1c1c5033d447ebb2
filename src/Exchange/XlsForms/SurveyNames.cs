using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Gives each question and group a name that no other has, also when repeats are laid out: <c>name_1</c>, <c>name_2</c>. Questions come first, since data carries their names.</summary>
internal sealed class SurveyNames(FormSheet sheet, ImportNotes notes)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public void Give(SurveyOutline outline)
    {
        foreach (var item in outline.Items)
        {
            item.Name = Free(item.Original, item.Group, item.Group?.Repeating()?.Repeat ?? 0);
            if (item.Name != item.Original && item.OtherOf is null) notes.Changed(sheet.Place(item.Row, Column.Name), $"'{item.Original}' is called {item.Name} here.");
        }
        foreach (var group in outline.Groups.Where(g => !g.Skipped))
        {
            group.Name = Free(group.Original, null, 0);
        }
    }

    private string Free(string original, SurveyGroup? group, int repeats)
    {
        var clean = CleanNames.OfItem(original);
        // room for _100
        var longest = repeats > 0 ? DefinitionLimits.NameLength - 4 : DefinitionLimits.NameLength;
        foreach (var name in Candidates(clean, group, longest))
        {
            var laid = Enumerable.Range(1, repeats).Select(i => $"{name}_{i}").Prepend(name).ToList();
            if (laid.Any(taken.Contains)) continue;
            taken.UnionWith(laid);
            return name;
        }
        throw new System.Diagnostics.UnreachableException();
    }

    /// <summary>The name itself, then with its groups' names in front, then numbered.</summary>
    private static IEnumerable<string> Candidates(string clean, SurveyGroup? group, int longest)
    {
        var name = Cut(clean, longest);
        yield return name;
        foreach (var over in group?.Upwards() ?? [])
        {
            var longer = $"{CleanNames.OfItem(over.Original)}_{clean}";
            if (longer.Length <= longest) yield return longer;
        }
        for (var i = 2; ; i++)
        {
            var ending = $"_v{i}";
            yield return Cut(name, longest - ending.Length) + ending;
        }
    }

    private static string Cut(string name, int longest) => name.Length > longest ? name[..longest] : name;
}
