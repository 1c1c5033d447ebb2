using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Consent, assent and erasure.</summary>
internal sealed partial class FamilyGrain : IFamilyConsent
{
    public Task<Decision<FamilyState>> Give(ConsentForm form, Stamp stamp) => Decide(stamp, (family, frame, s) => ConsentRules.Give(family, frame, form, s));

    public Task<Decision<FamilyState>> RecordAssent(Assent said, Stamp stamp) => Decide(stamp, (family, frame, s) => ConsentRules.RecordAssent(family, frame, said, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> CheckResponsibility(Responsibility found, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => ConsentRules.CheckResponsibility(family, found, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> EraseMember(MemberId member, DateOnly on, Stamp stamp)
    {
        var reach = ErasureReach.Of(member, Ledger.Facts);
        return Erasing(stamp, (family, today, s) => ErasureRules.Member(family, member, on, s, today), fact => reach.Contains(fact.Head.N));
    }

    public Task<Decision<FamilyState>> EraseFamily(ErasedFamily left, Stamp stamp) =>
        Erasing(stamp, (family, today, s) => ErasureRules.Family(family, left, s, today), fact => fact.Content is not FamilyFact.MergedInto); // else it would count again

    public Task<int> Reach(MemberId? member) => Task.FromResult(member is { } one ? ErasureReach.Of(one, Ledger.Facts).Count : Ledger.Stored.Count(f => !f.IsErased));

    private delegate Decision<ImmutableArray<FamilyFact>> ErasureRule(FamilyState family, DateOnly today, Stamp stamp);

    private async Task<Decision<FamilyState>> Erasing(Stamp stamp, ErasureRule rule, Func<Recorded<FamilyFact>, bool> which)
    {
        var erased = await frames.Decide(frame => base.Decide(stamp, (family, s) => rule(family, frame.Design.Today(s.At), s), family => family, which));
        if (erased is not Decision<FamilyState>.Accepted) return erased;
        try
        {
            await registers.Erased(new(State, RecordVersion));
            await ServiceProvider.GetRequiredService<IRecordStore>().Scrub(); // what the store may still hold of it goes now, or when the command is sent again
        }
        catch (Exception fault)
        {
            throw new StoreFaultException(Key, maybeSaved: true, fault);
        }
        return erased;
    }

    /// <summary>Every other command is refused once all was erased.</summary>
    private new Task<Decision<TAnswer>> Decide<TAnswer>(Stamp stamp, Func<FamilyState, Stamp, Decision<ImmutableArray<FamilyFact>>> rule, Func<FamilyState, TAnswer> answer, Func<Recorded<FamilyFact>, bool>? erasing = null) =>
        base.Decide(stamp, (family, s) => family.ErasedOn is not null ? ConsentRefusals.Erased : erasing is null && MergeRules.Closed(family) is { } closed ? closed : rule(family, s), answer, erasing);
}
