using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>One row of a dictionary.</summary>
internal sealed class DictionaryField(Func<DictionaryColumn, string> cell, Func<DictionaryColumn, CellPlace> place)
{
    public string Original { get; } = cell(DictionaryColumn.Field);

    public string Form { get; } = cell(DictionaryColumn.Form);

    public string Type { get; } = cell(DictionaryColumn.Type).ToLowerInvariant();

    /// <summary>As it is called here.</summary>
    public string Name { get; } = CleanNames.OfItem(cell(DictionaryColumn.Field));

    public string this[DictionaryColumn column] => cell(column);

    public CellPlace Place(DictionaryColumn column) => place(column);

    public bool Is(DictionaryColumn column) => cell(column).ToLowerInvariant() is "y" or "yes" or "1" or "true";

    public bool IsCheckbox => Type == "checkbox";
}
