using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.Concordance;

/// <summary>One link as typed.</summary>
public sealed class LinkRow
{
    public string Item { get; set; } = "";

    /// <summary>Empty where nothing is declared: then an item of one name is the same item.</summary>
    public string Kind { get; set; } = "";

    public string Was { get; set; } = "";

    /// <summary><c>1=0 2=1</c>.</summary>
    public string Table { get; set; } = "";

    public string Note { get; set; } = "";

    public string Wave { get; set; } = "";

    public static LinkRow Of(ItemLink link) =>
        new() { Item = link.Item, Kind = link.Kind.ToString(), Was = link.Was ?? "", Table = InstrumentWords.Table(link), Note = link.Note ?? "", Wave = link.Wave?.Text ?? "" };

    public Decision<ItemLink> Read(int from, int to, string field)
    {
        if (!Enum.TryParse<LinkKind>(Kind, out var kind) || !Enum.IsDefined(kind)) return LinkRowRefusals.Kind(Item).At($"{field}.Kind");
        var pairs = ImmutableArray.CreateBuilder<CodePair>();
        foreach (var pair in Table.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is not [var was, var becomes] || !int.TryParse(was, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var w) || !int.TryParse(becomes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var b))
                return LinkRowRefusals.Table(pair).At($"{field}.Table");
            pairs.Add(new(w, b));
        }
        return new ItemLink(Item.Trim(), from, to, kind)
        {
            Was = Was.Trim() is { Length: > 0 } other && other != Item.Trim() ? other : null,
            Recode = pairs.ToImmutable(),
            Note = Note.Trim() is { Length: > 0 } note ? note : null,
            Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null,
        };
    }
}

internal static class LinkRowRefusals
{
    public static Refusal Kind(string item) => new("instrument.link-kind", $"Choose how {item} stands to the version before.");
    public static Refusal Table(string pair) => new("instrument.link-table", $"'{pair}' is not a recoding. Write the earlier code, =, and the later one, such as 1=0 2=1.");
}
