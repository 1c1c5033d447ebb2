using System.Globalization;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>
/// A column as the dictionary of a .sav holds it. A text of more than 255 bytes lies in several segments behind each other, which readers join again by the
/// record of very long strings.
/// </summary>
/// <param name="ShortName">What old readers see, and what other records call it.</param>
/// <param name="Width">Bytes of a text; 0 of a number.</param>
/// <param name="Element">Place of its first 8 bytes within a case, from 1.</param>
internal sealed record SavVariable(LabelledColumn Column, string ShortName, int Width, int Element)
{
    /// <summary>The longest text that the format holds.</summary>
    public const int MostWidth = 32_767;

    /// <summary>A segment counts for so many bytes where segments are counted, though it holds <see cref="SegmentWidth"/>.</summary>
    private const int CountedWidth = 252;

    public const int SegmentWidth = 255;

    public int Segments => Width <= SegmentWidth ? 1 : (Width + CountedWidth - 1) / CountedWidth;

    public int WidthOf(int segment) => Segments == 1 ? Width : segment < Segments - 1 ? SegmentWidth : Width - CountedWidth * (Segments - 1);

    public static int ElementsOf(int width) => Math.Max(1, (width + 7) / 8);

    /// <summary>8-byte elements of a case that it takes.</summary>
    public int Elements => Enumerable.Range(0, Segments).Sum(s => ElementsOf(WidthOf(s)));

    /// <summary>Segments are variables of their own where names are short: every one has its own.</summary>
    public static string ShortNameOf(int number) => "V" + number.ToString("D7", CultureInfo.InvariantCulture);

    public static List<SavVariable> Of(LabelledTable table)
    {
        var variables = new List<SavVariable>(table.Columns.Length);
        var (element, number) = (1, 1);
        foreach (var column in table.Columns)
        {
            var variable = new SavVariable(column, ShortNameOf(number), column.IsText ? Math.Max(1, column.Facts.LongestText) : 0, element);
            variables.Add(variable);
            (element, number) = (element + variable.Elements, number + variable.Segments);
        }
        return variables;
    }

    public int Number => int.Parse(ShortName.AsSpan(1), CultureInfo.InvariantCulture);
}
