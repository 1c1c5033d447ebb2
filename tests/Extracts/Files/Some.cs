using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Tests.Extracts.Files;

/// <summary>Tables that nobody would design and every file must hold.</summary>
internal static class Some
{
    private static readonly string[] Letters = ["a", "b", "Z", "7", "é", "ß", "漢", "😀", "e\u0301", " ", ".", "_", "-", "$", "'", "\"", ",", ";", "=", "‰"];
    private static readonly string[] Awkward = ["with", "ALL", "_all", "str12", "9lives", "é", "", ".", "a.", "long", "x-1", "x.1", "X_1"];

    private static Gen<string> Const(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<string> Text(int most) => Const(Letters).Array[0, most].Select(string.Concat);

    /// <summary>Texts about as long as a limit in bytes, one character of several bytes across the edge.</summary>
    private static Gen<string> Near(int bytes) => Gen.Select(Gen.Int[-3, 3], Const("é", "漢", "😀", "a"), Const(Letters)).Select((by, last, first) => first + new string('x', Math.Max(0, bytes + by - Encoding.UTF8.GetByteCount(first))) + last);

    private static readonly Gen<string> Name = Gen.OneOf(Text(40), Near(32), Near(64), Near(20).Select(s => s + "漢漢漢漢漢漢"), Const(Awkward), Gen.Char.AlphaNumeric.Array[1, 12].Select(c => "q" + new string(c)));
    private static readonly Gen<string> Label = Gen.OneOf(Text(30), Text(300), Near(80), Near(255), Text(5).Select(s => s + "\r\n\t"));
    private static readonly Gen<string> ValueLabel = Gen.OneOf(Text(12), Near(120), Near(118)).Select(s => s.Length == 0 ? "none" : s);
    private static readonly Gen<MissingReason> Reason = Gen.Enum<MissingReason>();

    /// <summary>Texts end in no space: SPSS keeps none, which has a test of its own.</summary>
    private static readonly Gen<string> Content = Gen.OneOf(Text(8), Text(40), Near(8), Near(255), Near(2_045), Gen.Int[240, 1_300].Select(n => new string('y', n) + "é"), Gen.Const("line\nbreak\ttab")).Select(s => s.TrimEnd(' '));

    private static readonly Gen<string> Decimal = Gen.OneOf(Gen.Select(Gen.Int[-800_000, 900_000], Gen.Int[0, 6]).Select((n, d) => (n / (decimal)Math.Pow(10, d)).ToString(CultureInfo.InvariantCulture)).Where(d => !Forbidden(d)), Gen.Const("NaN"));

    private static bool Forbidden(string number) => decimal.Parse(number, CultureInfo.InvariantCulture) is >= -95 and <= -81;

    private static readonly Gen<int> Number = Gen.OneOf(Gen.Int[-80, 200], Gen.Int[-32_000, -96], Gen.Int[32_700, 32_767], Gen.Int[-80, 100]);

    private static readonly Gen<(ColumnType Type, ImmutableArray<ValueLabel> Values, Func<int, SketchCell> Cell)> Kind = Gen.OneOf(
        Gen.Select(Gen.Int[-60, 300].Array[1, 6], ValueLabel.Array[6]).Select((codes, labels) => Listed(ColumnType.Code, codes.Distinct().Order().Select((c, i) => (c.ToString(CultureInfo.InvariantCulture), labels[i])), codes.Select(c => (SketchCell)c))),
        Number.Array[8].Select(n => Plain(ColumnType.Count, n.Select(v => (SketchCell)v))),
        Decimal.Array[8].Select(d => Plain(ColumnType.Decimal, d.Select(v => (SketchCell)v))),
        Gen.Select(Text(12).Array[1, 6], ValueLabel.Array[6]).Select((words, labels) => Listed(ColumnType.Text, words.Distinct().Select((w, i) => (w, labels[i])), words.Select(w => (SketchCell)w))),
        Content.Array[8].Select(t => Plain(ColumnType.Text, t.Select(v => (SketchCell)v))),
        Text(10).Array[8].Select(t => Plain(ColumnType.Id, t.Select(v => (SketchCell)v.TrimEnd(' ')))),
        Gen.Int[577_737, 3_650_000].Array[8].Select(d => Plain(ColumnType.Date, d.Select(v => (SketchCell)DateOnly.FromDayNumber(v)))));

    private static (ColumnType, ImmutableArray<ValueLabel>, Func<int, SketchCell>) Plain(ColumnType type, IEnumerable<SketchCell> cells) => Listed(type, [], cells);

    private static (ColumnType, ImmutableArray<ValueLabel>, Func<int, SketchCell>) Listed(ColumnType type, IEnumerable<(string Value, string Label)> values, IEnumerable<SketchCell> cells)
    {
        var all = cells.ToArray();
        return (type, [.. values.Select(v => new ValueLabel(v.Value, v.Label))], n => all[n % all.Length]);
    }

    private static Gen<SketchColumn> Column(int rows) =>
        Gen.Select(Name, Label, Kind, Gen.OneOf(Gen.Const(0), Gen.Const(4), Gen.Const(1)), Reason.Array[8], Gen.Enum<MeasureLevel>()).Select((name, label, kind, often, reasons, level) =>
            new SketchColumn(new Column(name, label, kind.Type) { Values = kind.Values, Level = level },
                [.. Enumerable.Range(0, rows).Select(n => kind.Type != ColumnType.Id && often > 0 && n % often == 0 ? reasons[n % 8] : kind.Cell(n))]));

    public static readonly Gen<TableSketch> Table = Gen.Select(Gen.Int[0, 7], Near(64)).SelectMany((rows, title) =>
        Column(rows).Array[1, 12].Select(columns => new TableSketch("t", [.. columns.DistinctBy(c => c.Column.Name, StringComparer.OrdinalIgnoreCase)]) { Title = title }));
}
