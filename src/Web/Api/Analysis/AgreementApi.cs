using System.Text;
using SosLongitudinal.Analysis.Agreement;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Pages.Analysis;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Analysis;

/// <summary>/analysis/agreement: entry errors of forms entered twice, and how far two coders of the same records agree.</summary>
internal static class AgreementApi
{
    public static void MapAgreement(this RouteGroupBuilder api)
    {
        api.MapGet("/analysis/agreement", async (Person person, AgreementSource source, CancellationToken cancellation, InstrumentId? instrument = null, WaveCode? wave = null, SiteCode? site = null) =>
                Results.Ok((await source.Of(person, new(instrument, wave, site), cancellation)).Result))
            .Task("Api/Analysis/Agreement").Produces<AgreementResult>().WithTags("Analysis").WithSummary("Entry errors by item, person and instrument with 95% intervals, and percent agreement and kappa of double-coded records");
        api.MapGet("/analysis/agreement.csv", Csv).Task("Api/Analysis/Agreement").WithTags("Analysis").Produces(200, contentType: "text/csv").ProducesProblem(422).WithSummary("The agreement report as CSV: part=errors, coding or whole");
    }

    private static async Task<IResult> Csv(
        Person person, AgreementSource source, StudyFrames frames, CancellationToken cancellation, InstrumentId? instrument = null, WaveCode? wave = null, SiteCode? site = null, string part = "whole")
    {
        if (part is not ("errors" or "coding" or "whole")) return new Refusal("agreement.part", "Ask for part=errors, part=coding or part=whole.").At("part").ToProblem();
        var result = (await source.Of(person, new(instrument, wave, site), cancellation)).Result;
        var table = part switch { "errors" => result.ErrorTable(), "coding" => result.CodingTable(), _ => result.Whole() };
        var name = ExtractNames.File($"agreement-{part}", (await frames.Current()).Design, result.Status.AsOf, "csv");
        return Results.File(Encoding.UTF8.GetBytes(table.ToCsv(result.Status)), "text/csv; charset=utf-8", name);
    }
}
