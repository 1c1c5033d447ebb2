using System.Text;
using SosLongitudinal.Analysis.Outcomes;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Pages.Analysis;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Analysis;

/// <summary>/rates: the outcome rates of a wave.</summary>
internal static class RatesApi
{
    public static void MapRates(this RouteGroupBuilder api)
    {
        api.MapGet("/rates", async (Person person, RatesSource source, StudyFrames frames, TimeProvider clock, [AsParameters] RatesQuestion asked) => (await asked.For(person, source, frames, clock)).ToResult(rates => Results.Ok(rates.Result)))
            .Task("Api/Analysis/Rates").Produces<OutcomeResult>().ProducesProblem(422).WithTags("Analysis")
            .WithSummary("Outcome rates of a wave (RR1-RR6, COOP1-4, REF1-3, CON1-3) by site, band, cohort and interviewer; of: issued, sampled, interviewed-before or interviewed-first; e: the share of the unknown taken as eligible; field=true counts families still in the field too");
        api.MapGet("/rates.csv", Csv).Task("Api/Analysis/Rates").Produces(200, contentType: "text/csv").ProducesProblem(422).WithTags("Analysis").WithSummary("The same as CSV, a row for each group");
    }

    private static async Task<IResult> Csv(Person person, RatesSource source, StudyFrames frames, TimeProvider clock, [AsParameters] RatesQuestion asked) =>
        (await asked.For(person, source, frames, clock)).ToResult(rates => Results.File(
            Encoding.UTF8.GetBytes(rates.Result.RateTable().ToCsv(rates.Result.Status)), "text/csv; charset=utf-8",
            ExtractNames.File($"rates-{rates.Result.Wave}", new() { Synthetic = rates.Result.Status.Synthetic }, rates.Result.Status.AsOf, "csv")));
}

/// <summary>Which rates. Without a wave, those of the last that has closed for anybody.</summary>
internal sealed record RatesQuestion(WaveCode? Wave = null, CaseName<OutcomeBase>? Of = null, double? E = null, SiteCode? Site = null, bool Field = false)
{
    internal async Task<Decision<Analysed<OutcomeResult>>> For(Person person, RatesSource source, StudyFrames frames, TimeProvider clock)
    {
        var design = (await frames.Current()).Design;
        return await source.Of(person, Wave ?? RatesSource.Usual(design, design.Today(clock.GetUtcNow())), Of?.Case ?? OutcomeBase.Issued, closedOnly: !Field, Site, E);
    }
}
