using System.CommandLine;
using SosLongitudinal.Analysis.Agreement;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.DoubleEntry;

/// <summary><c>sos entries agreement</c>: entry errors by item, person and instrument, or how far two coders agree; shares in percent with 95% intervals.</summary>
internal static class AgreementReport
{
    private static readonly Option<bool> Coding = new("--coding") { Description = "Percent agreement and kappa of records coded twice, in place of entry errors." };
    private static readonly Option<string?> By = new Option<string?>("--by") { Description = "Errors by item, person or instrument only." }.AcceptOnlyFromAmong("item", "person", "instrument");
    private static readonly Option<string?> Site = new("--site") { Description = "Families of this site only, such as ashbourne." };
    private static readonly Option<string?> Wave = new("--wave") { Description = "Forms of this wave only, such as t1." };
    private static readonly Option<string?> Instrument = new("--instrument") { Description = "Forms of this instrument only." };

    public static Command Command() => new Command("agreement", "Report how far two entries of the same forms agree.") { Coding, By, Site, Wave, Instrument }.Listed().WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var query = QueryString.Create(new Dictionary<string, string?> { ["site"] = parsed.GetValue(Site), ["wave"] = parsed.GetValue(Wave), ["instrument"] = parsed.GetValue(Instrument) }.Where(p => p.Value is not null));
        return Said.Of(await study.Get<AgreementResult>($"analysis/agreement{query}", cancellation), result =>
        {
            Console.Error.WriteLine($"{result.Forms.Twice} forms entered twice: {result.Forms.Agreed} agreed, {result.Forms.Settled} settled, {result.Forms.ToSettle} to settle. {result.Status.Release}");
            var table = parsed.GetValue(Coding) ? result.CodingTable() : result.ErrorTable();
            return parsed.WantsJson() ? AsJson(parsed, result) : Listing.Show(parsed, [.. table.Rows.Where(r => parsed.GetValue(By) is not { } by || r[0] == by)], "Nothing to report.", Columns(table));
        });
    }

    private static int AsJson(ParseResult parsed, AgreementResult result) =>
        parsed.GetValue(Coding) ? Listing.Show(parsed, result.Coded, "") : Listing.Show(parsed, [.. result.Groups.Where(g => parsed.GetValue(By) is not { } by || g.By == by)], "");

    private static Column<System.Collections.Immutable.ImmutableArray<string>>[] Columns(ResultTable table) =>
        [.. table.Columns.Select((heading, at) => new Column<System.Collections.Immutable.ImmutableArray<string>>(heading.Replace('_', ' '), row => row[at]))];
}
