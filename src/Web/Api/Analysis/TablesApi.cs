using System.Text;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Pages.Analysis;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Analysis;

/// <summary>/analysis/table: two columns of a dataset against each other, with small counts taken out.</summary>
internal static class TablesApi
{
    public static void MapTables(this RouteGroupBuilder api)
    {
        api.MapGet("/analysis/table", async (Person person, TableSource source, CancellationToken cancellation, string rows, string columns, string dataset = "families", string shape = "wide", string profile = "dfe") =>
                (await source.Of(new(dataset, shape, rows, columns, profile), person, cancellation)).ToResult(t => Results.Ok(TableView.Of(t))))
            .Task("Api/Analysis/Table").Produces<TableView>().ProducesProblem(422).WithTags("Analysis")
            .WithSummary("Counts of two columns against each other by a disclosure profile: dfe, secure-lab or none; what is not shown is null");
        api.MapGet("/analysis/table.csv", async (Person person, TableSource source, CancellationToken cancellation, string rows, string columns, string dataset = "families", string shape = "wide", string profile = "dfe") =>
                (await source.Of(new(dataset, shape, rows, columns, profile), person, cancellation)).ToResult(Csv))
            .Task("Api/Analysis/Table").Produces(200, contentType: "text/csv").ProducesProblem(422).WithTags("Analysis").WithSummary("The same as CSV; what is not shown is c");
    }

    private static IResult Csv(CountedTable table) => Results.File(
        Encoding.UTF8.GetBytes(table.ToTable().ToCsv(new ResultStatus(table.Synthetic, table.AsOf) { Release = table.Release })), "text/csv; charset=utf-8",
        ExtractNames.File($"table-{table.Shown.Profile.Name}", new() { Synthetic = table.Synthetic }, table.AsOf, "csv"));
}

/// <param name="Counts">Rows with their total last; the last row holds the totals. <c>null</c>: not shown.</param>
/// <param name="Small">How many counts are not shown because they are small.</param>
/// <param name="Complementary">How many more are not shown because a small one could be worked out from them.</param>
internal sealed record TableView(string Dataset, string Unit, string RowsLabel, string ColumnsLabel, string Profile, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<int?>> Counts, int Small, int Complementary, string Release)
{
    public static TableView Of(CountedTable table) => new(
        table.Dataset, table.Unit, table.RowsLabel, table.ColumnsLabel, table.Shown.Profile.Name, table.Shown.Rows, table.Shown.Columns, [.. table.Shown.Counts.Select(r => (IReadOnlyList<int?>)r)], table.Shown.Small,
        table.Shown.Complementary, table.Release);
}
