namespace SosLongitudinal.Web.Api.Shared;

/// <summary>A case of a closed list as an address names it: in kebab case, as in bodies.</summary>
public readonly record struct CaseName<TCase>(TCase Case) : IParsable<CaseName<TCase>> where TCase : struct, Enum
{
    public static bool TryParse(string? text, IFormatProvider? provider, out CaseName<TCase> name)
    {
        var known = Enum.TryParse<TCase>(text?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var one) && Enum.IsDefined(one);
        name = new(one);
        return known;
    }

    public static CaseName<TCase> Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var name) ? name : throw new FormatException($"'{text}' is not one of {string.Join(", ", Enum.GetNames<TCase>())}.");

    public override string ToString() => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Case.ToString());
}
