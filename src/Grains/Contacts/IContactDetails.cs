using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// How a family's members are reached; keyed by the family's id, sealed, apart from all research data. Refuses before the family agreed to be contacted
/// and to anyone but the office and assigned interviewers. One member at a time, so that nothing about one adult shows another's.
/// </summary>
[GrainInterfaceType("sos.contact-details")]
public interface IContactDetails : IGrainWithStringKey
{
    /// <summary>Records all details of one member anew.</summary>
    [Alias("record")] Task<Decision<ContactStanding>> Record(MemberId member, ContactDetails details, ContactViewer viewer, Stamp stamp);

    /// <summary>Records what a list says of members of whom nothing is recorded; what is recorded stays as it is.</summary>
    [Alias("take-in")] Task<Decision<ImmutableArray<ContactStanding>>> TakeIn(ImmutableArray<ListedContact> contacts, ContactViewer viewer, Stamp stamp);

    [Alias("set-flags")] Task<Decision<ContactStanding>> SetFlags(MemberId member, SafeContact safety, ContactViewer viewer, Stamp stamp);

    /// <summary>Shows one member and logs that it did; who would know where they are only for tracing and correcting.</summary>
    [Alias("view")] Task<Decision<ContactCard>> View(MemberId member, ContactPurpose purpose, ContactViewer viewer, Stamp stamp);

    /// <summary>Removes all that was ever sealed about one member, from the ledger and from what the store still holds of it. For the office, with a reason.</summary>
    [Alias("erase")] Task<Decision<ContactStanding>> Erase(MemberId member, ContactViewer viewer, Stamp stamp);

    /// <summary>For whom there is something to view. Shows nothing of it and is not logged.</summary>
    [Alias("standing"), ReadOnly] Task<Decision<ImmutableArray<ContactStanding>>> Standing(ContactViewer viewer, string account);

    /// <summary>How one member may safely be reached, and nothing else of them; logged where there is anything to see.</summary>
    [Alias("safety")] Task<Decision<SafeContact>> Safety(MemberId member, ContactViewer viewer, Stamp stamp);

    /// <summary>Whether the member may be reached in this way. Shows nothing and is not logged; a number that it names is not kept.</summary>
    [Alias("check"), ReadOnly] Task<Decision<ContactUse>> Check(MemberId member, ContactUse use, ContactViewer viewer, string account);

    /// <summary>For planning: whether the member may be met in this way, and in which hours. Says no number, word or address and is not logged.</summary>
    [Alias("meeting-times"), ReadOnly] Task<Decision<MeetingTimes>> MeetingTimes(MemberId member, ContactUse use, ContactViewer viewer, string account);

    /// <summary>Completed years on a day; the birth date itself is only ever viewed.</summary>
    [Alias("age-on"), ReadOnly] Task<Decision<int>> AgeOn(MemberId member, DateOnly day);

    /// <summary>Who recorded, viewed or erased what of whom; without the sealed contents.</summary>
    [Alias("history"), ReadOnly] Task<ImmutableArray<HistoryEntry>> History();
}

public static class ContactKeys
{
    public const string State = "contact";

    public static IContactDetails Contact(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IContactDetails>(family.ToString());
}
