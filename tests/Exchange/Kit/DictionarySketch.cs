using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Tests.Exchange.Kit;

/// <summary>A dictionary as rows of its 18 columns, those at the end left out where empty.</summary>
internal static class DictionarySketch
{
    public static readonly string[] Headings =
    [
        "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label", "Choices, Calculations, OR Slider Labels", "Field Note",
        "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)", "Required Field?",
        "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?", "Field Annotation",
    ];

    public static DictionaryReading Read(params string[][] rows) => RedcapDictionary.Read(Grid(rows), new ImportTerms());

    public static Grid Grid(params string[][] rows) => new([new("csv", [.. rows.Prepend(Headings).Select((cells, i) => new SheetRow(i + 1, [.. cells]))])]);
}
