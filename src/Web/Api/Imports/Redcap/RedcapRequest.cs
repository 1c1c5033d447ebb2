using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>A REDCap project as it is sent: its files, and what they do not say.</summary>
public sealed record RedcapRequest
{
    public required byte[] Dictionary { get; init; }
    public required byte[] Data { get; init; }
    public byte[]? Events { get; init; }
    public byte[]? Arms { get; init; }

    /// <summary>The site that the families belong to.</summary>
    public required SiteCode Site { get; init; }

    public RedcapTerms Terms { get; init; } = new();

    /// <summary>The cohort of all families; without it an arm's own where the study has one, else the first.</summary>
    public CohortCode? Cohort { get; init; }

    /// <summary>Which wave an event is, by its unique name.</summary>
    public ImmutableDictionary<string, WaveCode> Waves { get; init; } = ImmutableDictionary<string, WaveCode>.Empty;

    /// <summary>Whether events that are no wave yet may be declared in a study that is open.</summary>
    public bool DeclareWaves { get; init; }

    public ImmutableArray<ConsentScope> Consents { get; init; } = [ConsentScope.Interview];

    public bool DryRun { get; init; }

    public bool AcceptGood { get; init; }

    public string Reason { get; init; } = "taken over from REDCap";

    /// <summary>The study's title, where the import opens it.</summary>
    public string Title { get; init; } = "A study taken over from REDCap";

    public static async Task<Decision<RedcapRequest>> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return RedcapImportRefusals.NotAForm;
        var form = await request.ReadFormAsync(cancellation);
        if (form.Files["dictionary"] is not { } dictionary) return RedcapImportRefusals.NoFile("dictionary");
        if (form.Files["data"] is not { } data) return RedcapImportRefusals.NoFile("data");
        if (!SiteCode.TryParse(form["site"], null, out var site)) return RedcapImportRefusals.Site;
        var subject = form["subject"].ToString() switch { "" or "carer" => InstrumentSubject.Carer, "child" => InstrumentSubject.Child, "family" => InstrumentSubject.Family, _ => (InstrumentSubject?)null };
        if (subject is not { } about) return RedcapImportRefusals.Subject;
        DateOnly? date = DateOnly.TryParseExact(form["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (date is null && form["date"].ToString().Length > 0) return RedcapImportRefusals.Date;
        var waves = ImmutableDictionary.CreateBuilder<string, WaveCode>(StringComparer.Ordinal);
        foreach (var pair in form["event"])
        {
            if (pair?.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var code] || !WaveCode.TryParse(code, null, out var wave)) return RedcapImportRefusals.EventMap(pair ?? "");
            waves[name] = wave;
        }
        var scopes = new List<ConsentScope>();
        foreach (var word in Words(form["consent"]))
        {
            if (!Enum.TryParse<ConsentScope>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var scope) || !Enum.IsDefined(scope)) return RedcapImportRefusals.Consent(word);
            scopes.Add(scope);
        }
        return new RedcapRequest
        {
            Dictionary = await Bytes(dictionary, cancellation), Data = await Bytes(data, cancellation),
            Events = form.Files["events"] is { } events ? await Bytes(events, cancellation) : null, Arms = form.Files["arms"] is { } arms ? await Bytes(arms, cancellation) : null,
            Site = site, Cohort = CohortCode.TryParse(form["cohort"], null, out var cohort) ? cohort : null, Waves = waves.ToImmutable(), DeclareWaves = Is(form["declareWaves"]),
            Consents = scopes.Count == 0 ? [ConsentScope.Interview] : [.. scopes.Append(ConsentScope.Interview).Distinct()],
            DryRun = Is(form["dryRun"]), AcceptGood = Is(form["acceptGood"]),
            Reason = form["reason"].ToString() is { Length: > 0 } reason ? reason : "taken over from REDCap", Title = form["title"].ToString() is { Length: > 0 } title ? title : "A study taken over from REDCap",
            Terms = new()
            {
                Forms = new ImportTerms
                {
                    Id = InstrumentId.TryParse(form["prefix"], null, out var prefix) ? prefix : null, Subject = about, Respondents = about == InstrumentSubject.Child ? [RespondentRole.Self, RespondentRole.Parent] : [RespondentRole.Parent],
                },
                DateFields = [.. Words(form["dateFields"])], Date = date, BirthField = form["birthField"].ToString() is { Length: > 0 } birth ? birth : null, WithIdentifiers = Is(form["identifiers"]),
            },
        };
    }

    private static bool Is(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static string[] Words(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
