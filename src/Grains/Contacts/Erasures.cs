using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// Erases a member, or a whole family: contact details first, member by member, then the family's own ledger, each under an operation that derives from the
/// command's. Stopped in between and sent again it goes on.
/// </summary>
public sealed class Erasures(IGrainFactory grains, Departing departing)
{
    public async Task<Decision<FamilyState>> Erase(FamilyId family, MemberId? member, DateOnly on, ContactViewer viewer, Stamp stamp)
    {
        if (await grains.Family(family).Read() is not { } state) return FamilyRefusals.Unknown;
        if (!viewer.Office) return ContactRefusals.NotYours;
        if (string.IsNullOrWhiteSpace(stamp.Why)) return FamilyRefusals.ReasonNeeded.At("reason");
        if (member is { } named && state.Member(named) is null) return FamilyRefusals.UnknownMember(named).At("member");
        if (member is null) await departing.BeforeErasure(state, stamp);
        foreach (var one in member is { } only ? [only] : state.Members.Select(m => m.Id))
            if (state.Stage >= Stage.AgreedToContact && await grains.Contact(family).Erase(one, viewer, stamp.For($"contact {one}")) is Decision<ContactStanding>.Refused no) return no.Why;
        foreach (var (merged, other) in Merged(state, member)) // what was recorded of them while they counted as another family
            if (await Erase(merged, other, on, viewer, stamp.For($"merged {merged}")) is Decision<FamilyState>.Refused left) return left;
        return member is { } erased ? await grains.Consent(family).EraseMember(erased, on, stamp) : await grains.Consent(family).EraseFamily(ErasedFamily.Of(state, on), stamp);
    }

    private static IEnumerable<(FamilyId Family, MemberId? Member)> Merged(FamilyState family, MemberId? member) =>
        from link in family.Links
        where link.Kind == FamilyLinkKind.MergedFrom
        from other in member is null ? [null] : link.Members.Where(m => m.To == member).Select(m => (MemberId?)m.From)
        select (link.Family, other);
}
