using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Study.Groups;

/// <summary>How many groups of a kind are wanted at a wave, at one site or (none named) at each.</summary>
[GenerateSerializer, Immutable, Alias("sos.group-target")]
public sealed record GroupTarget([property: Id(0)] WaveCode Wave, [property: Id(1)] GroupKind Kind, [property: Id(2)] int Number, [property: Id(3)] SiteCode? Site = null);

/// <summary>How far a site has come with one kind of group at one wave.</summary>
public sealed record GroupProgress(SiteCode Site, WaveCode Wave, GroupKind Kind, int Wanted, int Planned, int Scheduled, int Held)
{
    /// <summary>How many are still to be held.</summary>
    public int ToHold => Math.Max(0, Wanted - Held);

    /// <summary>How many of these nobody has booked.</summary>
    public int Short => Math.Max(0, Wanted - Held - Scheduled);
}

/// <summary>The numbers of groups that the study wants, and what it has.</summary>
public static class GroupTargets
{
    public static Decision<ImmutableArray<StudyFact>> Set(StudyFrame frame, StudyDesign now, GroupTarget target) =>
        !now.IsOpen ? StudyRefusals.NotOpen
        : Fault(now, target) is { } fault ? fault
        : target.Site is { } site && !frame.Sites.ContainsKey(site) ? SiteRefusals.Unknown(site).At("site") with { Kind = RefusalKind.Invalid }
        : now.GroupTargets.Contains(target) ? Facts.None<StudyFact>()
        : Facts.Of<StudyFact>(new StudyFact.GroupTargetSet(target));

    internal static Refusal? Fault(StudyDesign design, GroupTarget target) =>
        design.Wave(target.Wave) is null ? StudyRefusals.UnknownWave(target.Wave).At("wave")
        : target.Number is < 0 or > 50 ? GroupRefusals.TargetNumber.At("number")
        : null;

    internal static ImmutableArray<GroupTarget> With(ImmutableArray<GroupTarget> targets, GroupTarget target) =>
        [.. targets.Where(t => (t.Wave, t.Kind, t.Site) != (target.Wave, target.Kind, target.Site)), target];

    /// <summary>A number of the site's own goes before the one for each site; nothing declared is none wanted.</summary>
    public static int Wanted(StudyDesign design, SiteCode site, WaveCode wave, GroupKind kind)
    {
        var general = 0;
        foreach (var t in design.GroupTargets)
        {
            if (t.Wave != wave || t.Kind != kind) continue;
            if (t.Site == site) return t.Number;
            if (t.Site is null) general = t.Number;
        }
        return general;
    }

    /// <summary>Every site, wave and kind of which something is wanted or there.</summary>
    public static IEnumerable<GroupProgress> Progress(StudyFrame frame, Func<SiteCode, bool> maySee)
    {
        var there = frame.Groups.Values.Where(g => g.Exists).ToLookup(g => (g.Plan!.Site, g.Plan.Wave, g.Plan.Kind), g => g.State);
        foreach (var site in frame.Sites.Values.Where(s => maySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal))
            foreach (var wave in frame.Design.Waves)
                foreach (var kind in Enum.GetValues<GroupKind>())
                {
                    var (wanted, states) = (Wanted(frame.Design, site.Code, wave.Code, kind), there[(site.Code, wave.Code, kind)].ToList());
                    if (wanted == 0 && states.All(s => s == GroupState.Cancelled)) continue;
                    yield return new(site.Code, wave.Code, kind, wanted, states.Count(s => s == GroupState.Planned), states.Count(s => s == GroupState.Scheduled), states.Count(s => s is GroupState.Held or GroupState.Closed));
                }
    }
}
