using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Design;

public sealed record SiteView(SiteCode Code, string Name, string Band, ImmutableArray<SiteBand> Bands);

public sealed record FreezeBody(string Why);

/// <summary>What kind of sample it is, and what makes it one.</summary>
public sealed record SampleBody(SampleKind Kind, string Why);

public sealed record EligibilityBody(ImmutableArray<EligibilityRule> Rules);

/// <summary>/study, /sites: what the study is made of.</summary>
internal static class StudyApi
{
    public static void MapStudy(this RouteGroupBuilder api)
    {
        api.MapGet("/study", async (StudyFrames frames) => Results.Ok((await frames.Current()).Design)).Task("Api/Study/Read").Produces<StudyDesign>().WithTags("Study").WithSummary("The study's design");
        api.MapPut("/study/waves/{wave}", DeclareWave).Task("Api/Study/Waves").Produces<StudyDesign>().WithTags("Study").WithSummary("Declare a wave");
        api.MapPost("/study/waves/{wave}/freeze", Freeze).Task("Api/Study/Freeze").Produces<StudyDesign>().WithTags("Study").WithSummary("Close a wave to changes of its forms");
        api.MapPost("/study/waves/{wave}/thaw", Thaw).Task("Api/Study/Freeze").Produces<StudyDesign>().WithTags("Study").WithSummary("Open a frozen wave again");
        api.MapPut("/study/eligibility", async (EligibilityBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) => (await grains.Study().DeclareEligibility(body.Rules.IsDefault ? [] : body.Rules, person.Stamp(key, clock))).ToResult(Results.Ok))
            .Task("Api/Study/Eligibility").Produces<StudyDesign>().WithTags("Study").WithSummary("Declare what makes families ineligible, all rules anew");
        api.MapPut("/study/sample", async (SampleBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) => (await grains.Study().DeclareSample(body.Kind, person.Stamp(key, clock, body.Why?.Trim()))).ToResult(Results.Ok))
            .Task("Api/Study/Sample").Produces<StudyDesign>().ProducesProblem(422).WithTags("Study").WithSummary("Declare what kind of sample it is; the added value score is made only for a high-risk or clinic one");
        api.MapGet("/sites", Sites).Task("Api/Sites/List").Produces<Page<SiteView>>().WithTags("Study").WithSummary("The sites this person may see");
    }

    private static async Task<IResult> DeclareWave(WaveCode wave, WaveDesign body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.Study().DeclareWave(body with { Code = wave }, person.Stamp(key, clock))).Match(design => Results.Ok(design), why => why.ToProblem());

    private static async Task<IResult> Freeze(WaveCode wave, FreezeBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.Study().Freeze(wave, person.Stamp(key, clock, body.Why))).ToResult(Results.Ok);

    private static async Task<IResult> Thaw(WaveCode wave, FreezeBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.Study().Thaw(wave, person.Stamp(key, clock, body.Why))).ToResult(Results.Ok);

    private static async Task<IResult> Sites(Person person, StudyFrames frames, TimeProvider clock)
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(clock.GetUtcNow());
        return Results.Ok(new Page<SiteView>([.. frame.Sites.Values.Where(s => person.MaySee(s.Code)).OrderBy(s => s.Code).Select(s => new SiteView(s.Code, s.Name, s.BandOn(today), s.Bands))], null));
    }
}
