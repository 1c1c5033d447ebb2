using System.CommandLine;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Quality;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Check;

/// <summary><c>sos check</c>: holds every family against the quality rules and says what they find, a line for each.</summary>
internal static class CheckCommand
{
    private static readonly Option<string?> Site = new("--site") { Description = "Families of this site only, such as ashbourne." };
    private static readonly Option<string?> Rule = new("--rule") { Description = "What this rule finds only, such as wave-order." };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "Look at forms dated up to this day, such as 2016-03-31." };
    private static readonly Option<bool> Dismissed = new("--dismissed") { Description = "What was set aside, instead of what stands." };

    private static readonly Option<string?> Tried = new("--try") { Description = "What this XPath over the family would find, declared or not, such as \"count(form[@wave='t2']) > 3\": the count and the first of them." };

    public static Command Command() => new Command("check", "Hold every family against the quality rules and list what they find.") { Site, Rule, AsOf, Dismissed, Tried }.WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        if (parsed.GetValue(Tried) is { } expression) return await Try(expression, study, cancellation);
        var (count, families, after) = (0, 0, (FamilyId?)null);
        do
        {
            var query = QueryString.Create(new Dictionary<string, string?>
            {
                ["site"] = parsed.GetValue(Site), ["rule"] = parsed.GetValue(Rule), ["asOf"] = parsed.GetValue(AsOf)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["dismissed"] = parsed.GetValue(Dismissed) ? "true" : null, ["after"] = after?.ToString(), ["take"] = "500",
            }.Where(p => p.Value is not null));
            var page = await study.Get<QualityHits>($"quality/hits{query}", cancellation);
            if (page is Decision<QualityHits>.Refused { Why: var why }) return Said.Refused(why);
            var hits = ((Decision<QualityHits>.Accepted)page).Value;
            Write(hits);
            (count, families, after) = (count + hits.Items.Count, hits.Families, hits.Next);
        }
        while (after is not null);
        Console.Error.WriteLine($"{families} families checked: {(count == 1 ? "1 hit" : $"{count} hits")}.");
        return RootCommands.Done;
    }

    private static async Task<int> Try(string expression, StudyClient study, CancellationToken cancellation)
    {
        var page = await study.Send<QualityHits>(HttpMethod.Post, "quality/rules/try", new TriedBody(expression), OperationId.New(), cancellation);
        if (page is not Decision<QualityHits>.Accepted(var found)) return Said.Refused(((Decision<QualityHits>.Refused)page).Why);
        Write(found);
        Console.Error.WriteLine($"{found.Families} families checked: {found.Counts.Sum(c => c.Open)} found. Nothing is saved.");
        return RootCommands.Done;
    }

    private static void Write(QualityHits hits)
    {
        foreach (var hit in hits.Items) Console.WriteLine($"{hit.Family}\t{hit.Site}\t{hit.Rule}\t{hit.About}\t{hit.Sentence}");
    }
}
