using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>One shard's families in memory, in order of their ids, each with what is due, kept until the family, the design, an instrument or the day changes.</summary>
internal sealed class Shard
{
    private readonly Dictionary<FamilyId, Held> families = [];
    private readonly HashSet<FamilyId> booked = [];
    private Held[]? ordered;
    private (int, int) asked = (-1, -1);
    private DateOnly day;

    public int Count => families.Count;

    /// <summary>Grows with every change; what was worked out at one revision holds for it.</summary>
    public int Revision { get; private set; }

    /// <summary>All that count: a family that was merged into another is that one.</summary>
    public IEnumerable<FamilyState> Families => families.Values.Where(h => h.Counts).Select(h => h.Entry.Family);

    /// <summary>Those with an appointment, past or to come: few of all, so that the calendar need not look at the others.</summary>
    public IEnumerable<FamilyState> Booked => booked.Select(id => families[id].Entry.Family);

    public FamilyState? Find(FamilyId family) => families.TryGetValue(family, out var held) ? held.Entry.Family : null;

    public RegisterEntry? EntryOf(FamilyId family) => families.TryGetValue(family, out var held) ? held.Entry : null;

    public string? VersionOf(FamilyId family) => families.TryGetValue(family, out var held) ? held.Entry.Version : null;

    /// <summary>The longer ledger wins; returns whether the entry was taken.</summary>
    public bool Put(RegisterEntry entry)
    {
        var known = families.TryGetValue(entry.Family.Id, out var held);
        if (known && held!.Entry.Family.Version > entry.Family.Version) return false;
        Revision++;
        if (!known || entry.Family.MergedInto is not null) ordered = null;
        if (known) held!.Become(entry);
        else families[entry.Family.Id] = new(entry);
        if (entry.Family.Appointments.IsEmpty) booked.Remove(entry.Family.Id);
        else booked.Add(entry.Family.Id);
        return true;
    }

    public void Remove(FamilyId family)
    {
        if (!families.Remove(family)) return;
        booked.Remove(family);
        ordered = null;
        Revision++;
    }

    public IEnumerable<FamilyId> Ids => families.Keys;

    /// <summary>The families as they stand, for a reader that takes its time: later puts do not change it.</summary>
    public List<FamilyState> Snapshot(ImmutableArray<SiteCode>? scope) =>
        [.. Ordered().Select(h => h.Entry.Family).Where(f => scope is not { } sites || sites.Contains(f.Site))];

    /// <summary>All held families with their due tracks as of a day; drops what was kept for another day, design or instrument.</summary>
    public IEnumerable<(FamilyState Family, ImmutableArray<DueBrief> Due)> DueOn(StudyFrame frame, DateOnly today)
    {
        ForgetOthers(frame, today);
        foreach (var held in Ordered()) yield return (held.Entry.Family, held.Due(frame, today));
    }

    /// <summary>All held families with what became of them at each wave of the design, as of a day; kept as what is due is.</summary>
    public IEnumerable<(FamilyState Family, ImmutableArray<CaseOutcome> Outcomes)> OutcomesOn(StudyFrame frame, DateOnly today)
    {
        ForgetOthers(frame, today);
        foreach (var held in Ordered()) yield return (held.Entry.Family, held.Outcomes(frame, today));
    }

    private void ForgetOthers(StudyFrame frame, DateOnly today)
    {
        if (asked == frame.DueVersion && day == today) return;
        foreach (var held in families.Values) held.Forget();
        (asked, day) = (frame.DueVersion, today);
    }

    private Held[] Ordered() => ordered ??= [.. families.Values.Where(h => h.Counts).OrderBy(h => h.Entry.Family.Id)];

    private sealed class Held(RegisterEntry entry)
    {
        private ImmutableArray<DueBrief> due;
        private ImmutableArray<CaseOutcome> outcomes;

        public RegisterEntry Entry { get; private set; } = entry;

        public bool Counts => Entry.Family.MergedInto is null;

        public void Become(RegisterEntry newer)
        {
            Entry = newer;
            Forget();
        }

        public void Forget() => (due, outcomes) = (default, default);

        public ImmutableArray<DueBrief> Due(StudyFrame frame, DateOnly today)
        {
            if (due.IsDefault) due = [.. DueList.Of(frame, Entry.Family, today).Select(t => new DueBrief(t.Wave, t.Track, t.State, t.Window?.Closes ?? DateOnly.MaxValue))];
            return due;
        }

        public ImmutableArray<CaseOutcome> Outcomes(StudyFrame frame, DateOnly today)
        {
            if (outcomes.IsDefault) outcomes = [.. frame.Design.Waves.Select(wave => CaseOutcomes.Of(frame, Entry.Family, wave, today))];
            return outcomes;
        }
    }
}

/// <summary>What of a due track is kept for every family: 100,000 of them must fit in memory.</summary>
internal readonly record struct DueBrief(WaveCode Wave, Track Track, DueState State, DateOnly Closes);
