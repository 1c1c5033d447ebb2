using System.Collections.Immutable;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;

namespace SosLongitudinal.Grains.Safeguarding;

/// <summary>The door to one family's disclosures. Asks the family who met it; the family never asks back and knows nothing of them.</summary>
[GrainType("sos-disclosures")]
internal sealed class DisclosureGrain(
    [PersistentState(DisclosureKeys.State, Records.Provider)] IPersistentState<Ledger<SafeguardingFact>> record, StudyFrames frames, IDataProtectionProvider protection, TimeProvider clock, ILogger<DisclosureGrain> log)
    : LedgerGrain<SafeguardingFact, SafeguardingBook>(record, clock), IDisclosures
{
    private FamilyId Id => FamilyId.Parse(Key);

    private DisclosureSeal Seal => new(plain => Protector.Protect(plain), closed => Protector.Unprotect(closed));

    private IDataProtector Protector => protection.CreateProtector("sos.safeguarding", Key);

    protected override SafeguardingBook Nothing => SafeguardingBook.Nothing;

    protected override SafeguardingBook Fold(SafeguardingBook state, Recorded<SafeguardingFact> fact) => SafeguardingBook.Fold(state, fact);

    protected override bool Same(SafeguardingFact now, SafeguardingFact before) => Seal.SayTheSame(now, before);

    protected override async Task Committed()
    {
        try
        {
            await GrainFactory.DisclosureWatch().Put(OpenDisclosures.Of(Id, Ledger.Length, State));
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "The watch was not told of a disclosure; it looks for itself within a minute.");
        }
    }

    public async Task<Decision<DisclosureStanding>> Record(HeardHarm heard, FamilyViewer viewer, Stamp stamp)
    {
        var family = await GrainFactory.Family(Id).Read();
        if (SafeguardingAccess.MayRecord(family, viewer, stamp.By) is { } no) return no;
        return await Dated(stamp, (book, today) => SafeguardingRules.Record(book, family!, Seal, heard, today), book => book.All[^1].Standing);
    }

    public Task<Decision<DisclosureStanding>> PassOn(int number, PassedOnHarm told, FamilyViewer viewer, Stamp stamp) =>
        WhoMayRead(number, viewer, stamp, (book, today) => SafeguardingRules.PassOn(book, Seal, number, told, today), book => book.Of(number)!.Standing);

    public Task<Decision<DisclosureStanding>> FollowUp(int number, HarmFollowUp done, FamilyViewer viewer, Stamp stamp) =>
        WhoMayRead(number, viewer, stamp, (book, today) => SafeguardingRules.FollowUp(book, Seal, number, done, today), book => book.Of(number)!.Standing);

    public Task<Decision<HarmDisclosure>> Read(int number, FamilyViewer viewer, Stamp stamp) =>
        WhoMayRead(number, viewer, stamp, (book, _) => SafeguardingRules.Read(book, number), book => Seal.Read(book.Of(number)!), isCommand: false);

    public async Task<Decision<ImmutableArray<DisclosureStanding>>> Standing(FamilyViewer viewer, string account)
    {
        var family = await GrainFactory.Family(Id).Read();
        if (family is null || !viewer.Sees(family.Site)) return FamilyRefusals.Unknown;
        return State.All.Where(d => SafeguardingAccess.MayRead(family, d, viewer, account) is null).Select(d => d.Standing).ToImmutableArray();
    }

    public Task<ImmutableArray<HistoryEntry>> History() => Task.FromResult(Ledger.Facts.Select(f => new HistoryEntry(f.Head.N, f.Head.At, f.Head.By, f.Head.Kind, f.Why, "")).ToImmutableArray());

    private delegate Decision<ImmutableArray<SafeguardingFact>> Rule(SafeguardingBook book, DateOnly today);

    private async Task<Decision<TAnswer>> WhoMayRead<TAnswer>(int number, FamilyViewer viewer, Stamp stamp, Rule rule, Func<SafeguardingBook, TAnswer> answer, bool isCommand = true)
    {
        var family = await GrainFactory.Family(Id).Read();
        // whoever handed it on may send that again, though it is no longer theirs to read; a look is never let through because it was let through before
        if (!(isCommand && Knows(stamp.Operation)) && SafeguardingAccess.MayRead(family, State.Of(number), viewer, stamp.By) is { } no) return no;
        return await Dated(stamp, rule, answer);
    }

    private Task<Decision<TAnswer>> Dated<TAnswer>(Stamp stamp, Rule rule, Func<SafeguardingBook, TAnswer> answer) =>
        frames.Decide(frame => Decide(stamp, (book, s) => rule(book, frame.Design.Today(s.At)), answer));
}
