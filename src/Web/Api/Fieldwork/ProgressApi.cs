using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Progress;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Fieldwork;

/// <summary>Families of one site and interviewer that stand alike at a wave.</summary>
public sealed record ProgressView(WaveCode Wave, SiteCode Site, string? Interviewer, ProgressState State, int Families);

/// <summary>/progress: how far the interviews have come.</summary>
internal static class ProgressApi
{
    public static void MapProgress(this RouteGroupBuilder api) => api.MapGet("/progress", Read).Task("Api/Fieldwork/Progress").Produces<ImmutableArray<ProgressView>>().WithTags("Fieldwork")
        .WithSummary("How many families of each site and interviewer are done, booked, to book, overdue, part done, lost or not open at each wave's interview");

    private static async Task<IResult> Read(Person person, FieldworkRegisters registers, StudyFrames frames, WaveCode? wave, SiteCode? site)
    {
        if (wave is { } asked && (await frames.Current()).Design.Wave(asked) is null) return StudyRefusals.UnknownWave(asked).At("wave").ToProblem();
        var counts = (await registers.Progress(person.Scope())).Where(c => (wave is null || c.Wave == wave) && (site is null || c.Site == site));
        return Results.Ok(counts.OrderBy(c => c.Wave.Text, StringComparer.Ordinal).ThenBy(c => c.Site.Text, StringComparer.Ordinal).ThenBy(c => c.Interviewer, StringComparer.Ordinal).ThenBy(c => c.State)
            .Select(c => new ProgressView(c.Wave, c.Site, c.Interviewer.Length == 0 ? null : c.Interviewer, c.State, c.Families)));
    }
}
