using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// Records contact details of members under the ids that they have in another family. What is recorded there already stays; that they were read is part of the
/// record they come from.
/// </summary>
public sealed class ContactCarrying(IGrainFactory grains)
{
    public async Task<Refusal?> Carry(FamilyId from, FamilyState to, ImmutableArray<MemberLink> links, ContactViewer viewer, Stamp stamp)
    {
        if (to.Stage is < Stage.AgreedToContact or Stage.Ended) return null; // it may hold none
        if (await grains.Contact(from).Standing(viewer, stamp.By) is not Decision<ImmutableArray<ContactStanding>>.Accepted(var held)) return null;
        foreach (var link in links)
        {
            if (held.FirstOrDefault(h => h.Member == link.From) is not { } standing) continue;
            if (await grains.Contact(from).View(link.From, ContactPurpose.Correct, viewer, stamp.For($"view {link.From}")) is not Decision<ContactCard>.Accepted(var card)) continue;
            var listed = new ListedContact(link.To, card.Details is { } details ? details with { BirthDate = Fits(to, link.To, details) ? details.BirthDate : null } : null, standing.HasFlags ? card.Safety : null);
            if (await grains.Contact(to.Id).TakeIn([listed], viewer, stamp.For($"carry {link.To}")) is Decision<ImmutableArray<ContactStanding>>.Refused(var why)) return why;
        }
        return null;
    }

    private static bool Fits(FamilyState family, MemberId member, ContactDetails details) =>
        details.BirthDate is not { } born || family.Member(member)?.Birth is not { } month || (month.Year, month.Month) == (born.Year, born.Month);
}
