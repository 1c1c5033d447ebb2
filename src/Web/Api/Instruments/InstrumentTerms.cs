using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>What a person says of an instrument that a file does not say, as texts: <c>child</c>, <c>parent,teacher</c>, <c>case-file</c>.</summary>
/// <param name="Replace">A draft that somebody else changed last gives way to the file.</param>
public sealed record InstrumentTerms(string? Id = null, string? Subject = null, string? Respondents = null, string? Consent = null, string? Track = null, bool Replace = false)
{
    public Decision<ImportTerms> Read(string? fileName)
    {
        var terms = new ImportTerms { FileName = fileName };
        if (!string.IsNullOrWhiteSpace(Id))
        {
            if (!InstrumentId.TryParse(Id.Trim(), null, out var id)) return InstrumentFileRefusals.BadId(Id);
            terms = terms with { Id = id };
        }
        Refusal? fault = null;
        var read = terms with
        {
            Subject = One(Subject, terms.Subject, "subject", ref fault),
            Consent = One(Consent, terms.Consent, "consent", ref fault),
            Track = One(Track, terms.Track, "track", ref fault),
            Respondents = Many(Respondents, terms.Respondents, ref fault),
        };
        return fault is null ? read : fault;
    }

    /// <summary>As commands and addresses say it: <c>case-file</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static ImmutableArray<RespondentRole> Many(string? text, ImmutableArray<RespondentRole> otherwise, ref Refusal? fault)
    {
        var parts = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return otherwise;
        var roles = ImmutableArray.CreateBuilder<RespondentRole>();
        foreach (var part in parts) roles.Add(One(part, RespondentRole.Parent, "respondents", ref fault));
        return [.. roles.Distinct()];
    }

    private static T One<T>(string? text, T otherwise, string field, ref Refusal? fault) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return otherwise;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Word(value), text.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }
        fault ??= InstrumentFileRefusals.Unknown(field, text.Length > 60 ? text[..60] : text, Enum.GetValues<T>().Select(Word));
        return otherwise;
    }
}
