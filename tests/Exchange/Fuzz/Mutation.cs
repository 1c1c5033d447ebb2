using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SosLongitudinal.Tests.Exchange.Fuzz;

/// <summary>Changes a file as people, programs and enemies change files. The same seed makes the same change.</summary>
internal static partial class Mutation
{
    private static readonly string[] Texts =
    [
        "", " ", "type", "name", "select_one", "select_one a or_other", "begin repeat", "end group", "begin group", "end repeat", "calculate", "note", "rank x", "osm", "range",
        "${", "${}", "${name}", "${name} = ", "((((((((((", "not(selected(., 'yes'))", "regex(., '(((')", "1", "-1", "0.1", "1e400", "99999999999999999999", "true", "#REF!", "=1+1", "=HYPERLINK(\"x\")",
        "a,b|c,d", "|||", "1, Yes | 1, No", "[a][b] = '1'", "[a(", "round(", "date_dmy", "calc", "sql", "é ü 漢字 \U0001F600", "_x0041_", "_xD800_", "\u202Eabc", "'", "\"", "<b>&amp;</b>", "&#x1F600;",
        "a\nb", "a\tb", "NULL", "../../etc", "{\"number\":\"x\"}", "{\"code\":1,\"code\":2}", "[]", "\u00a0",
    ];

    public static byte[] Of(byte[] file, int seed)
    {
        var random = new Random(seed);
        var zipped = file is [0x50, 0x4B, ..];
        return (zipped, random.Next(10)) switch
        {
            (_, 0) => Bytes(file, random),
            (_, 1) => random.Next(3) == 0 ? Cut(file, random) : Bytes(file, random),
            (true, _) => Parts(file, random),
            (false, _) => Lines(file, random),
        };
    }

    /// <summary>The file's first sheet with this many rows of the same kind.</summary>
    public static byte[] Long(byte[] file, int rows) => file is [0x50, 0x4B, ..]
        ? Rewritten(file, parts =>
        {
            var sheet = parts.Keys.First(k => k.Contains("sheet1.xml", StringComparison.Ordinal) && !k.EndsWith(".rels", StringComparison.Ordinal));
            var xml = Encoding.UTF8.GetString(parts[sheet]);
            var added = new StringBuilder();
            for (var i = 0; i < rows; i++) added.Append($"<row r=\"{i + 200}\"><c r=\"A{i + 200}\" t=\"inlineStr\"><is><t>integer</t></is></c><c r=\"B{i + 200}\" t=\"inlineStr\"><is><t>q{i}</t></is></c></row>");
            parts[sheet] = Encoding.UTF8.GetBytes(xml.Replace("</sheetData>", $"{added}</sheetData>", StringComparison.Ordinal).Replace("<sheetData/>", $"<sheetData>{added}</sheetData>", StringComparison.Ordinal));
        })
        : [.. file, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, rows).Select(i => $"\nfield_{i},form_1,,text,Label {i},,,,,,,,,,,,,")))];

    private static byte[] Bytes(byte[] file, Random random)
    {
        var changed = (byte[])file.Clone();
        for (var i = random.Next(1, 20); i > 0; i--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    private static byte[] Cut(byte[] file, Random random) => file[..random.Next(file.Length)];

    private static byte[] Parts(byte[] file, Random random) => Rewritten(file, parts =>
    {
        for (var i = random.Next(1, 4); i > 0 && parts.Count > 0; i--)
        {
            var name = parts.Keys.Order(StringComparer.Ordinal).Where(k => random.Next(4) == 0 || k.Contains("sheet", StringComparison.Ordinal) || k.Contains("Strings", StringComparison.Ordinal)).OrderBy(_ => random.Next()).FirstOrDefault() ?? parts.Keys.First();
            Change(parts, name, random);
        }
    });

    private static void Change(Dictionary<string, byte[]> parts, string name, Random random)
    {
        var xml = Encoding.UTF8.GetString(parts[name]);
        switch (random.Next(16))
        {
            case 0: parts.Remove(name); return;
            case 1: parts[name] = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(xml)).ToArray(); return;
            case 2: parts[name] = Encoding.Latin1.GetBytes(xml); return;
            case 3: parts[name] = Bytes(parts[name].Length == 0 ? [1] : parts[name], random); return;
            case 4: xml = Once(Row(), xml, random, _ => ""); break;
            case 5: xml = Once(Row(), xml, random, m => m.Value + m.Value); break;
            case 6: xml = Once(CellPattern(), xml, random, _ => ""); break;
            case 7: xml = Once(Address(), xml, random, _ => $" r=\"{Pick(random, "A1", "XFD1048576", "XFE1", "A1048577", "ZZZZZZZZ1", "A99999999999", "1", "", "-1")}\""); break;
            case 8: xml = Once(Value(), xml, random, _ => $"<f>{Pick(random, "1+1", "NA()", "A1&B1")}</f><v>{Pick(random, "0", "12", "999999", "-1", "x", "")}</v>"); break;
            case 9: xml = Once(CellType(), xml, random, _ => $" t=\"{Pick(random, "s", "str", "inlineStr", "b", "e", "d", "n", "q")}\""); break;
            case 10: xml = Once(SheetName(), xml, random, _ => $"name=\"{Pick(random, "survey", "choices", "settings", "Sheet1", "sos", "")}\""); break;
            case 11: xml = xml.Replace("<sheetData", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><sheetData", StringComparison.Ordinal); break;
            default: xml = Once(Text(), xml, random, m => $"<t>{System.Security.SecurityElement.Escape(Pick(random, Texts))}</t>"); break;
        }
        parts[name] = Encoding.UTF8.GetBytes(xml);
    }

    private static byte[] Lines(byte[] file, Random random)
    {
        var text = Encoding.UTF8.GetString(file);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text = random.Next(8) switch
            {
                0 => Once(Line(), text, random, _ => ""),
                1 => Once(Line(), text, random, m => m.Value + "\n" + m.Value),
                2 => Once(Quote(), text, random, _ => ""),
                3 => text.Insert(random.Next(text.Length + 1), Pick(random, "\"", ",", "\n", "\r\n", "\0", ";", "\t")),
                _ => Once(Field(), text, random, _ => Pick(random, Texts).Replace('"', '\'')),
            };
        }
        return random.Next(6) switch
        {
            0 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            1 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            2 => Encoding.Latin1.GetBytes(text),
            3 => Encoding.BigEndianUnicode.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static string Once(Regex pattern, string text, Random random, MatchEvaluator change)
    {
        var matches = pattern.Matches(text);
        if (matches.Count == 0) return text;
        var match = matches[random.Next(matches.Count)];
        return string.Concat(text.AsSpan(0, match.Index), change(match), text.AsSpan(match.Index + match.Length));
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];

    private static byte[] Rewritten(byte[] file, Action<Dictionary<string, byte[]>> change)
    {
        var parts = new Dictionary<string, byte[]>();
        using (var archive = new ZipArchive(new MemoryStream(file)))
        {
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                parts[entry.FullName] = copy.ToArray();
            }
        }
        change(parts);
        using var written = new MemoryStream();
        using (var archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }
        return written.ToArray();
    }

    [GeneratedRegex("<row[^>]*>.*?</row>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<c [^>]*(/>|>.*?</c>)", RegexOptions.Singleline)]
    private static partial Regex CellPattern();

    [GeneratedRegex(" r=\"[A-Z0-9]+\"")]
    private static partial Regex Address();

    [GeneratedRegex("<v>[^<]*</v>")]
    private static partial Regex Value();

    [GeneratedRegex(" t=\"[a-zA-Z]+\"")]
    private static partial Regex CellType();

    [GeneratedRegex("name=\"[^\"]*\"")]
    private static partial Regex SheetName();

    [GeneratedRegex("<t( [^>]*)?>[^<]*</t>")]
    private static partial Regex Text();

    [GeneratedRegex("[^\n]+")]
    private static partial Regex Line();

    [GeneratedRegex("\"")]
    private static partial Regex Quote();

    [GeneratedRegex("(?<=[,\n])[^,\n]*(?=[,\n])")]
    private static partial Regex Field();
}
