using System.Collections.Immutable;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Attempts;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Tracing;

/// <summary>Where somebody looked for a family; by whoever sends it where nobody else is named. New details go to the contact details, never here.</summary>
public sealed record TracingBody(WaveCode Wave, TracingSource Source, DateOnly On, TracingResult Result, DateOnly? NextOn = null, string? By = null);

public sealed record TracedView(WaveCode Wave, int Number, TracingSource Source, DateOnly On, string By, TracingResult Result, DateOnly? NextOn, string? StruckBecause);

public sealed record SourcesView(WaveCode Wave, ImmutableArray<TracingSource> Tried, ImmutableArray<TracingSource> Untried);

/// <summary>All attempts to find a family, and for each wave which sources were tried and which were not.</summary>
public sealed record TracingView(FamilyId Family, ImmutableArray<SourcesView> Sources, ImmutableArray<TracedView> Tracing)
{
    public static TracingView Of(FamilyState family, IEnumerable<WaveCode> waves) => new(
        family.Id,
        [.. waves.Select(w => SourcesTried.Of(family, w) is var s ? new SourcesView(w, s.Tried, s.Untried) : null!)],
        [.. family.Tracing.Select(t => new TracedView(t.Wave, t.Number, t.Attempt.Source, t.Attempt.On, t.Attempt.By, t.Attempt.Result, t.Attempt.NextOn, t.StruckBecause))]);
}

/// <summary>Looking for families that cannot be located.</summary>
internal static class TracingApi
{
    public static void MapTracing(this RouteGroupBuilder api)
    {
        var tracing = api.MapGroup("/families/{id}/tracing").WithTags("Tracing");
        tracing.MapGet("", Read).Task("Api/Tracing/Read").Produces<TracingView>().WithSummary("Where a family was looked for, and which sources nobody has tried");
        tracing.MapPost("", Record).Task("Api/Tracing/Record").Produces<TracingView>(201).WithSummary("Record an attempt to find a family, by source and result");
        tracing.MapPost("/{wave}/{number:int}/strike", Strike).Task("Api/Tracing/Strike").Produces<TracingView>().WithSummary("Strike out a tracing attempt recorded in error");
    }

    private static async Task<IResult> Read(string id, Person person, FamilyScope scope, StudyFrames frames)
    {
        var waves = (await frames.Current()).Design.Waves.Select(w => w.Code);
        return (await scope.Family(id, person)).ToResult(family => Results.Ok(TracingView.Of(family, waves)));
    }

    private static async Task<IResult> Record(string id, TracingBody body, IdempotencyKey key, Person person, FamilyScope scope, TracingDoor door, StudyFrames frames, TimeProvider clock)
    {
        var found = await scope.Id(id, person);
        if (found is not Decision<FamilyId>.Accepted(var family)) return ((Decision<FamilyId>.Refused)found).Why.ToProblem();
        var stamp = person.Stamp(key, clock);
        var waves = (await frames.Current()).Design.Waves.Select(w => w.Code);
        return (await door.Record(family, body.Wave, new(body.Source, body.On, body.By ?? stamp.By, body.Result, body.NextOn), person.ContactViewer(), stamp))
            .ToResult(after => Results.Created($"/api/v1/families/{id}/tracing", TracingView.Of(after, waves)));
    }

    private static async Task<IResult> Strike(string id, WaveCode wave, int number, StrikeBody body, IdempotencyKey key, Person person, FamilyScope scope, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var found = await scope.Id(id, person);
        if (found is not Decision<FamilyId>.Accepted(var family)) return ((Decision<FamilyId>.Refused)found).Why.ToProblem();
        var waves = (await frames.Current()).Design.Waves.Select(w => w.Code);
        return (await grains.Tracing(family).StrikeTrace(wave, number, person.Stamp(key, clock, body.Reason))).ToResult(after => Results.Ok(TracingView.Of(after, waves)));
    }
}
