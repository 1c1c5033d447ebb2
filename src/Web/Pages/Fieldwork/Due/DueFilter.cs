using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Fieldwork.Due;

/// <summary>Which part of the worklist is asked for. What cannot be read does not narrow.</summary>
public sealed record DueFilter(SiteCode? Site, WaveCode Wave, Track Track, DueState? State, string? Interviewer)
{
    /// <summary>What somebody still has to do something about.</summary>
    public static readonly ImmutableArray<DueState> ToDo = [DueState.Overdue, DueState.ClosingSoon, DueState.Open];

    /// <summary>In the order in which work goes through them.</summary>
    public static readonly ImmutableArray<DueState> InOrder =
        [DueState.NotOpen, DueState.Open, DueState.ClosingSoon, DueState.Overdue, DueState.Part, DueState.Achieved, DueState.Lost];

    public static readonly ImmutableArray<Choice> States = [.. InOrder.Select(s => new Choice(s.ToString(), s.Words()))];

    public static readonly ImmutableArray<Choice> Tracks = [.. Enum.GetValues<Track>().Select(t => new Choice(t.ToString(), t.Words()))];

    public ImmutableArray<DueState> Asked => State is { } one ? [one] : ToDo;

    public string Words => State is { } one ? one.Words() : "To do now";

    public static DueFilter Read(string site, string wave, string track, string state, string interviewer, WaveCode usual) => new(
        SiteCode.TryParse(site, null, out var s) ? s : null,
        WaveCode.TryParse(wave, null, out var w) ? w : usual,
        Enum.TryParse<Track>(track, ignoreCase: true, out var t) && Enum.IsDefined(t) ? t : Track.Interview,
        Enum.TryParse<DueState>(state, ignoreCase: true, out var d) && Enum.IsDefined(d) ? d : null,
        interviewer.Length == 0 ? null : interviewer);

    /// <summary>The same list with a family's first offered slots below its line.</summary>
    public string Booking(FamilyId family, string? after) => $"{QueryHelpers.AddQueryString(Link(after), "book", $"{family}")}#book";

    public string Link(string? after = null) => FieldworkLinks.DueFor($"{Site}", $"{Wave}", $"{Track}", $"{State}", Interviewer, after);
}
