using System.Collections.Immutable;
using Microsoft.AspNetCore.DataProtection;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>The door to one family's contact details. Asks the family how far it has come; the family never asks back, so that no two calls wait for each other.</summary>
[GrainType("sos-contact")]
internal sealed class ContactGrain(
    [PersistentState(ContactKeys.State, Records.Provider)] IPersistentState<Ledger<ContactFact>> record, StudyFrames frames, ContactSeals seals, ContactPrints prints, IRecordStore store, TimeProvider clock)
    : LedgerGrain<ContactFact, ContactBook>(record, clock), IContactDetails
{
    private readonly TimeProvider clock = clock;
    private Func<string, long>? print;

    private ContactSeal Seal => seals.Seal with { Print = print };

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        print = await prints.Print();
        await base.OnActivateAsync(cancellationToken);
    }

    protected override Task Committed() => prints.Put(new(FamilyId.Parse(Key), Ledger.Length, RecordVersion, State.PrintsBy(Seal)));

    protected override ContactBook Nothing => ContactBook.Nothing;

    protected override ContactBook Fold(ContactBook state, Recorded<ContactFact> fact) => ContactBook.Fold(state, fact);

    protected override bool Same(ContactFact now, ContactFact before) => Seal.SayTheSame(now, before);

    public Task<Decision<ContactStanding>> Record(MemberId member, ContactDetails details, ContactViewer viewer, Stamp stamp) =>
        Decide(member, viewer, stamp, (book, family, today) => ContactRules.Record(book, family, Seal, member, details, today), book => book.Of(member));

    public Task<Decision<ImmutableArray<ContactStanding>>> TakeIn(ImmutableArray<ListedContact> contacts, ContactViewer viewer, Stamp stamp) =>
        Decide(null, viewer, stamp, (book, family, today) => ContactRules.TakeIn(book, family, Seal, contacts, today), book => book.Standing.ToImmutableArray());

    public Task<Decision<ContactStanding>> SetFlags(MemberId member, SafeContact safety, ContactViewer viewer, Stamp stamp) =>
        Decide(member, viewer, stamp, (book, family, _) => ContactRules.SetFlags(book, family, Seal, member, safety), book => book.Of(member));

    public Task<Decision<ContactCard>> View(MemberId member, ContactPurpose purpose, ContactViewer viewer, Stamp stamp) =>
        Decide(member, viewer, stamp, (book, _, _) => ContactRules.View(book, member, purpose), book => ContactRules.Card(book, Seal, member).For(purpose));

    public async Task<Decision<ContactStanding>> Erase(MemberId member, ContactViewer viewer, Stamp stamp)
    {
        if (!viewer.Office) return ContactRefusals.NotYours;
        var erased = await Decide(member, viewer, stamp, (book, _, _) => ContactRules.Erase(book, member, stamp), book => book.Of(member),
            erasing: fact => ContactRules.TellsOf(fact.Content, member));
        if (erased is Decision<ContactStanding>.Accepted) await Scrub();
        return erased;
    }

    public async Task<Decision<ImmutableArray<ContactStanding>>> Standing(ContactViewer viewer, string account)
    {
        var (family, frame) = (await GrainFactory.Family(FamilyId.Parse(Key)).Read(), await frames.Current());
        return ContactAccess.Fault(family, frame, viewer, account, null, frame.Design.Today(clock.GetUtcNow())) is { } no ? no : State.Standing.ToImmutableArray();
    }

    public Task<Decision<SafeContact>> Safety(MemberId member, ContactViewer viewer, Stamp stamp) =>
        Decide(member, viewer, stamp, (book, _, _) => ContactRules.LookAtSafety(book, member), book => ContactRules.Card(book, Seal, member).Safety);

    public async Task<Decision<ContactUse>> Check(MemberId member, ContactUse use, ContactViewer viewer, string account)
    {
        var (family, frame) = (await GrainFactory.Family(FamilyId.Parse(Key)).Read(), await frames.Current());
        if (ContactAccess.Fault(family, frame, viewer, account, member, frame.Design.Today(clock.GetUtcNow())) is { } no) return no;
        return ContactSafety.Fault(ContactRules.Card(State, Seal, member).Safety, use) is { } unsafely ? unsafely : use;
    }

    public async Task<Decision<MeetingTimes>> MeetingTimes(MemberId member, ContactUse use, ContactViewer viewer, string account)
    {
        var (family, frame) = (await GrainFactory.Family(FamilyId.Parse(Key)).Read(), await frames.Current());
        if (ContactAccess.Fault(family, frame, viewer, account, member, frame.Design.Today(clock.GetUtcNow())) is { } no) return no;
        return ContactSafety.Times(ContactRules.Card(State, Seal, member).Safety, use.Mode, use.Elsewhere);
    }

    public Task<Decision<int>> AgeOn(MemberId member, DateOnly day) => Task.FromResult(ContactRules.AgeOn(State, Seal, member, day));

    public Task<ImmutableArray<HistoryEntry>> History() => Task.FromResult(Ledger.Facts.Select(HistoryOf).ToImmutableArray());

    private delegate Decision<ImmutableArray<ContactFact>> Rule(ContactBook book, FamilyState family, DateOnly today);

    private Task<Decision<TAnswer>> Decide<TAnswer>(
        MemberId? member, ContactViewer viewer, Stamp stamp, Rule rule, Func<ContactBook, TAnswer> answer, Func<Recorded<ContactFact>, bool>? erasing = null) => frames.Decide(async frame =>
    {
        var family = await GrainFactory.Family(FamilyId.Parse(Key)).Read();
        var today = frame.Design.Today(stamp.At);
        // before the ledger is asked: who may no longer look is refused also when they send a view again
        if (ContactAccess.Fault(family, frame, viewer, stamp.By, member, today) is { } no) return no;
        return await Decide(stamp, (book, _) => rule(book, family!, today), answer, erasing);
    });

    /// <summary>The erasure is committed; what the store may still hold of it goes now, or when the command is sent again.</summary>
    private async Task Scrub()
    {
        try
        {
            await store.Scrub();
        }
        catch (Exception fault)
        {
            throw new StoreFaultException(Key, maybeSaved: true, fault);
        }
    }

    private static HistoryEntry HistoryOf(Recorded<ContactFact> fact) => new(fact.Head.N, fact.Head.At, fact.Head.By, fact.Head.Kind, fact.Why, fact.Content switch
    {
        ContactFact.Recorded f => $$"""{"member":"{{f.Member}}"}""",
        ContactFact.FlagsSet f => $$"""{"member":"{{f.Member}}"}""",
        ContactFact.Viewed f => $$"""{"member":"{{f.Member}}","purpose":"{{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(f.Purpose.ToString())}}"}""",
        ContactFact.Erased f => $$"""{"member":"{{f.Member}}"}""",
        _ => "",
    });
}

/// <summary>Data Protection as the seal of contact details; its keys lie with the study's data and rotate on their own.</summary>
public sealed class ContactSeals(IDataProtectionProvider protection)
{
    private const string Purpose = "sos.contact-details";

    public ContactSeal Seal { get; } = new(
        (member, plain) => protection.CreateProtector(Purpose, member.ToString()).Protect(plain),
        (member, closed) => protection.CreateProtector(Purpose, member.ToString()).Unprotect(closed));
}
