using System.Collections.Immutable;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>What somebody may have meant by a type that there is none of.</summary>
internal static class TypeHint
{
    /// <summary>In order: what is more telling comes first.</summary>
    private static readonly ImmutableArray<(string Part, string Meant)> Known =
    [
        ("repeat", "begin_repeat and end_repeat"), ("loop", "begin_repeat and end_repeat"), ("group", "begin_group and end_group"), ("section", "begin_group and end_group"),
        ("multiple choice", "select_one with the list's name, or select_multiple where several apply"), ("multi", "select_multiple with the list's name"), ("check", "select_multiple with the list's name"), ("all that apply", "select_multiple with the list's name"),
        ("single", "select_one with the list's name"), ("choice", "select_one with the list's name"), ("radio", "select_one with the list's name"), ("drop", "select_one with the list's name"),
        ("select", "select_one with the list's name"), ("yes", "select_one with the list's name"), ("bool", "select_one with the list's name"), ("likert", "select_one with the list's name"),
        ("num", "integer or decimal"), ("float", "decimal"), ("year", "integer"), ("age", "integer"), ("date", "date"), ("time", "time"), ("calc", "calculate"), ("formula", "calculate"),
        ("text", "text"), ("string", "text"), ("comment", "text"), ("open", "text"), ("label", "note"), ("head", "note"), ("statement", "note"), ("instruction", "note"), ("slider", "range"), ("scale", "range"),
    ];

    public static string Of(string typed) =>
        Known.FirstOrDefault(k => typed.Contains(k.Part, StringComparison.OrdinalIgnoreCase)).Meant is { } meant ? $" Did you mean {meant}?" : "";
}
