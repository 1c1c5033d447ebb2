using Orleans.Concurrency;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>Rooms, working hours and weekly limits. One for the study, under the key <c>roster</c>.</summary>
[GrainInterfaceType("sos.roster")]
public interface IRoster : IGrainWithStringKey
{
    /// <summary>Adds, renames, closes or opens a room; its site stays.</summary>
    [Alias("set-room")] Task<Decision<Roster>> SetRoom(Room room, Stamp stamp);

    /// <summary>Says when an interviewer works and how much. What is booked already stays booked.</summary>
    [Alias("set-terms")] Task<Decision<Roster>> SetTerms(WorkTerms terms, Stamp stamp);

    /// <summary>Opens a person's or room's calendar feed under the SHA-256 of a new secret address; an earlier one ends.</summary>
    [Alias("open-feed")] Task<Decision<Roster>> OpenFeed(DiaryOwner owner, string hash, Stamp stamp);
    [Alias("revoke-feed")] Task<Decision<Roster>> RevokeFeed(DiaryOwner owner, Stamp stamp);
    [Alias("read"), ReadOnly] Task<Roster> Read();
}

/// <summary>The door to the roster.</summary>
[GrainType("sos-roster")]
internal sealed class RosterGrain([PersistentState("roster", Records.Provider)] IPersistentState<Ledger<RosterFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<RosterFact, Roster>(record, clock), IRoster
{
    protected override Roster Nothing { get; } = new();

    protected override Roster Fold(Roster state, Recorded<RosterFact> fact) => RosterFact.Fold(state, fact);

    public Task<Decision<Roster>> SetRoom(Room room, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (roster, _) => RosterRules.SetRoom(roster, frame, room), roster => roster));

    public Task<Decision<Roster>> SetTerms(WorkTerms terms, Stamp stamp) => Decide(stamp, (roster, _) => RosterRules.SetTerms(roster, terms), roster => roster);

    public Task<Decision<Roster>> OpenFeed(DiaryOwner owner, string hash, Stamp stamp) => Decide(stamp, (_, _) => RosterRules.OpenFeed(owner, hash), roster => roster);

    public Task<Decision<Roster>> RevokeFeed(DiaryOwner owner, Stamp stamp) => Decide(stamp, (roster, _) => RosterRules.RevokeFeed(roster, owner), roster => roster);

    public Task<Roster> Read() => Task.FromResult(State);
}
