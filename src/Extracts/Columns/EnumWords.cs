using System.Text.Json;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>The cases of an enumeration as words of a column: <c>TwoOrMore</c> is <c>two-or-more</c>. Cases must be numbered from 0 without gaps.</summary>
public static class EnumWords<TEnum> where TEnum : struct, Enum
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TEnum>().Select(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()))];

    public static string Of(TEnum value) => All[Convert.ToInt32(value, null)];
}
