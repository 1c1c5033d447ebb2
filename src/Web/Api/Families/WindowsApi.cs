using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Windows;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>A window that moved, with who moved it when; local dates, the last day inside.</summary>
public sealed record WindowMoveView(WaveCode Wave, Window From, Window To, DateTimeOffset At, string By)
{
    public static WindowMoveView Of(WindowMove move) => new(move.Wave, move.From, move.To, move.At, move.By);
}

/// <summary>One wave's window. <c>counted</c> says what it is counted from, <c>anchor</c> on which day that was; without one the design's own date holds.</summary>
public sealed record WindowView(WaveCode Wave, WaveAnchor? Counted, DateOnly? Anchor, Window? Window, DueState State);

public sealed record WindowsView(FamilyId Family, ImmutableArray<WindowView> Waves, ImmutableArray<WindowMoveView> Moves);

/// <summary>/families/{id}/windows: when each wave is in the field for a family.</summary>
internal static class WindowsApi
{
    public static void MapWindows(this RouteGroupBuilder families) =>
        families.MapGet("/{id}/windows", Read).Task("Api/Families/Read").Produces<WindowsView>().WithSummary("When each wave is in the field for a family, what that hangs on, and what has moved");

    private static async Task<IResult> Read(string id, Person person, FamilyScope scope, IGrainFactory grains, StudyFrames frames, BlindEntry blind, TimeProvider clock)
    {
        var found = await scope.Family(id, person);
        if (found is not Decision<FamilyState>.Accepted { Value: var family }) return ((Decision<FamilyState>.Refused)found).Why.ToProblem();
        var frame = await frames.Current();
        var today = frame.Design.Today(clock.GetUtcNow());
        var seen = BlindEntry.Seen(family, await blind.Of(person, family));
        return Results.Ok(new WindowsView(family.Id,
            [.. frame.Design.Waves.Select(w => new WindowView(w.Code, w.After is null ? null : w.Anchor, WaveWindows.AnchorDay(frame.Design, seen, w), WaveWindows.Of(frame.Design, family, w), DueList.Of(frame, family, w, Track.Interview, today).State))],
            [.. (await grains.Windows(family.Id).Moves()).Select(WindowMoveView.Of)]));
    }
}
