using System.Collections.Immutable;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>A CSV's variables under names that a package takes.</summary>
internal sealed record SetupVariable(string Name, string Label, CodebookVariable Variable)
{
    public bool IsText => Variable.Kind == CellKind.Text || Variable.Column.IsListed;

    public bool IsDate => Variable.Kind == CellKind.Day;

    public IEnumerable<CodebookValue> Labelled => Variable.Values.Where(v => v.Value.Length > 0);

    public static ImmutableArray<SetupVariable> Of(Codebook book, FormatLimits limits)
    {
        var shortener = new Shortener(limits);
        var names = shortener.Names([.. book.Variables.Select(v => v.Column.Name)]);
        var labels = shortener.Labels(Shortened.Label, [.. book.Variables.Select(v => (v.Column.Name, v.Column.Label))]);
        return [.. book.Variables.Select((v, i) => new SetupVariable(names[i], labels[i], v))];
    }

    /// <summary>Quoted as most packages do: the mark doubled.</summary>
    public static string Quoted(string text, char mark = '"') => mark + TextCut.Tidy(text).Replace(mark.ToString(), new string(mark, 2), StringComparison.Ordinal) + mark;
}
