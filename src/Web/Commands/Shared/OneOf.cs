using System.CommandLine;
using System.CommandLine.Parsing;
using SosLongitudinal.Web.Api.Shared;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>A case of a closed list on the command line, in kebab case as everywhere.</summary>
internal static class OneOf<TCase> where TCase : struct, Enum
{
    private static readonly string Words = string.Join(", ", Enum.GetValues<TCase>().Select(c => new CaseName<TCase>(c)));

    public static Option<TCase?> Option(string name, string what, bool isNeeded = false) =>
        new(name) { Description = $"{what}: {Words}.", Required = isNeeded, CustomParser = Read };

    public static Argument<TCase?> Argument(string name, string what) => new(name) { Description = $"{what}: {Words}.", CustomParser = Read };

    private static TCase? Read(ArgumentResult result)
    {
        if (CaseName<TCase>.TryParse(result.Tokens.Single().Value, null, out var one)) return one.Case;
        result.AddError($"'{result.Tokens.Single().Value}' is not one of {Words}.");
        return null;
    }
}
