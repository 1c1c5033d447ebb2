using System.Text.RegularExpressions;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

internal enum QuestionKind { Item, Range, Hidden, Acknowledge, BeginGroup, BeginRepeat, BeginLoop, EndGroup, EndRepeat, EndLoop, NotTaken, Unknown, NoList }

/// <summary>The type cell of a survey row, in any of its spellings.</summary>
internal sealed partial record QuestionType(QuestionKind Kind, ItemType Item = ItemType.Text)
{
    public string? List { get; init; }

    public bool OrOther { get; init; }

    /// <summary>Its choices stand in the sheet of long lists.</summary>
    public bool IsExternal { get; init; }

    public bool Decimals { get; init; }

    /// <summary>Why it is not taken, to follow the item's name.</summary>
    public string? Why { get; init; }

    /// <summary>What other expressions can use in its place: today's date.</summary>
    public string? StandsFor { get; init; }

    public static QuestionType Of(string cell)
    {
        var text = Spaces().Replace(cell.Trim(), " ");
        if (Group().Match(text) is { Success: true } group) return new(GroupKind(group.Groups["at"].Value, group.Groups["what"].Value));
        if (FromFile().IsMatch(text)) return Not("takes its choices from another file; put them in the choices sheet");
        if (External().Match(text) is { Success: true } external) return new(QuestionKind.Item, external.Groups["how"].Value.Equals("one", StringComparison.OrdinalIgnoreCase) ? ItemType.Code : ItemType.Codes) { List = external.Groups["list"].Value, IsExternal = true };
        if (Cascade().IsMatch(text)) return Not("asks level after level of a list; write each level as a select_one with a choice_filter");
        if (Vendor().IsMatch(text)) return Not("belongs to another program; the history of the form says who entered it and when");
        if (Include().IsMatch(text)) return Not("brings in another form; copy its rows here");
        if (Select().Match(text) is { Success: true } select) return OfSelect(select);
        var plain = text.ToLowerInvariant().Replace('_', ' ');
        return Plain(plain) ?? Plain(Prompt().Replace(plain, "$1")) ?? new(QuestionKind.Unknown);
    }

    private static QuestionType OfSelect(Match select)
    {
        var how = select.Groups["how"].Value.ToLowerInvariant();
        var type = how.Contains("rank", StringComparison.Ordinal) ? ItemType.Ranking : how.Contains("one", StringComparison.Ordinal) || how.Contains('1') ? ItemType.Code : ItemType.Codes;
        var list = select.Groups["list"].Value;
        if (list.Length == 0) return new(QuestionKind.NoList);
        if (list.StartsWith("${", StringComparison.Ordinal)) return Not("takes its choices from answers of this form");
        return new(QuestionKind.Item, type) { List = list, OrOther = select.Groups["other"].Success };
    }

    private static QuestionType? Plain(string type) => type switch
    {
        "text" or "string" or "email" or "phone number" or "url" => new(QuestionKind.Item),
        "integer" or "int" or "percentage" => new(QuestionKind.Item, ItemType.Number),
        "decimal" => new(QuestionKind.Item, ItemType.Number) { Decimals = true },
        "range" => new(QuestionKind.Range, ItemType.Number),
        "date" => new(QuestionKind.Item, ItemType.Date),
        "time" => new(QuestionKind.Item, ItemType.Time),
        "datetime" or "date time" => new(QuestionKind.Item, ItemType.DateTime),
        "note" => new(QuestionKind.Item, ItemType.Note),
        "calculate" or "calculation" => new(QuestionKind.Item, ItemType.Computed),
        "hidden" => new(QuestionKind.Hidden),
        "acknowledge" or "trigger" => new(QuestionKind.Acknowledge, ItemType.Code),
        "today" => Not("is the day of filling in, which every form carries") with { StandsFor = "today()" },
        "start" or "end" or "start time" or "end time" => Not("is the time of filling in on a device; the history of the form says when it was entered"),
        "deviceid" or "device id" or "imei" or "subscriberid" or "subscriber id" or "simserial" or "sim id" or "sim serial" or "phonenumber" or "username" or "user name" or "audit" or "uri"
            => Not("describes the device or its user; the history of the form says who entered it"),
        "geopoint" or "gps" or "location" or "geotrace" or "geoshape" or "start-geopoint" or "background-geopoint" or "osm" => Not("is a place on a map, which forms do not hold"),
        "image" or "photo" or "picture" or "audio" or "video" or "file" or "signature" or "background-audio" or "annotate" or "draw" => Not("is a picture, a recording or a file, which forms do not hold"),
        "barcode" => Not("is read by a camera, which forms do not use"),
        "xml-external" or "csv-external" or "entity" => Not("refers to another file"),
        _ when type.StartsWith("uri:", StringComparison.Ordinal) => Not("describes the device or its user; the history of the form says who entered it"),
        _ when type.StartsWith("osm ", StringComparison.Ordinal) => Not("is a place on a map, which forms do not hold"),
        _ => null,
    };

    private static QuestionType Not(string why) => new(QuestionKind.NotTaken) { Why = why };

    private static QuestionKind GroupKind(string at, string what) => (at.ToLowerInvariant(), what.ToLowerInvariant()) switch
    {
        ("begin", "group") => QuestionKind.BeginGroup,
        ("begin", "repeat" or "lgroup" or "looped group" or "looped_group") => QuestionKind.BeginRepeat,
        ("begin", _) => QuestionKind.BeginLoop,
        (_, "group") => QuestionKind.EndGroup,
        (_, "repeat" or "lgroup" or "looped group" or "looped_group") => QuestionKind.EndRepeat,
        _ => QuestionKind.EndLoop,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<at>begin|end)[ _](?<what>group|repeat|lgroup|looped[ _]group|loop|score|rank|kobomatrix|matrix)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Group();

    [GeneratedRegex(@"^select[_ ](one|multiple|all that apply)[_ ]from[_ ]file\b", RegexOptions.IgnoreCase)]
    private static partial Regex FromFile();

    [GeneratedRegex(@"^select[_ ](?<how>one|multiple)[_ ]external[ _]+(?<list>[^ ]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex External();

    [GeneratedRegex(@"^cascading[_ ]select\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cascade();

    [GeneratedRegex(@"^(caseid|comments|text audit|audio audit|phone[- ]call[- ]log|speed violations.*|sensor[_ ]stream.*|sensor[_ ]statistic.*|calculate_here|enumerator|(score|rank|kobomatrix)__\w+|table-list|db:\w+|server[_ ]?url)$", RegexOptions.IgnoreCase)]
    private static partial Regex Vendor();

    [GeneratedRegex(@"^include\b", RegexOptions.IgnoreCase)]
    private static partial Regex Include();

    [GeneratedRegex(@"^(add )?(?<how>select[_ ]?(one|1|multiple|all([_ ]that[_ ]apply)?)|(odk:)?rank)([_ ]prompt)?([_ ](from|using))?( (?<list>(?!or[_ ]other$)[^ ]+)(?<other> or[_ ](specify[_ ])?other)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Select();

    [GeneratedRegex(@"^(?:add|get|q) (.+?)(?: prompt)?$")]
    private static partial Regex Prompt();
}
