using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>Decisions about contact details; who may ask is decided before (<see cref="ContactAccess"/>).</summary>
public static class ContactRules
{
    public static Decision<ImmutableArray<ContactFact>> Record(ContactBook book, FamilyState family, ContactSeal seal, MemberId member, ContactDetails details, DateOnly today)
    {
        if (Fault(family, member, details, today) is { } fault) return fault;
        return seal.Holds(member, book.Details.GetValueOrDefault(member), details) ? Facts.None<ContactFact>() : Facts.Of<ContactFact>(Recorded(seal, member, details));
    }

    /// <summary>Why details cannot be recorded; <c>null</c> where they can.</summary>
    public static Refusal? Fault(FamilyState family, MemberId member, ContactDetails details, DateOnly today)
    {
        if (family.Stage == Stage.Ended) return FamilyRefusals.Ended(family.EndedOn);
        if (details.Name.Trim().Length is 0 or > 120) return ContactRefusals.Name.At("name");
        if (details.AddressLines.Length > 5 || details.AddressLines.Any(l => l.Length > 120) || details.Postcode.Length > 10) return ContactRefusals.Address.At("address");
        if (details.Phones.Length > 5 || !details.Phones.All(IsPhone)) return ContactRefusals.Phone.At("phones");
        if (details.Email.Length > 0 && !IsEmail(details.Email)) return ContactRefusals.Email.At("email");
        if (StableContacts.Fault(details.Stable ?? []) is { } stable) return stable;
        if (details.BirthDate is { } born)
        {
            if (born > today) return FamilyRefusals.BornInFuture.At("birthDate");
            if (family.Member(member)!.Birth is { } month && (month.Year, month.Month) != (born.Year, born.Month)) return ContactRefusals.BirthMonth.At("birthDate");
        }
        return null;
    }

    /// <summary>
    /// Takes in what a list says: only for members of whom nothing is recorded and who were not erased, so that an old list sent again overwrites nothing that
    /// was learned since.
    /// </summary>
    public static Decision<ImmutableArray<ContactFact>> TakeIn(ContactBook book, FamilyState family, ContactSeal seal, ImmutableArray<ListedContact> contacts, DateOnly today)
    {
        var facts = ImmutableArray.CreateBuilder<ContactFact>();
        foreach (var listed in contacts)
        {
            if (family.Member(listed.Member) is not { ErasedOn: null }) return FamilyRefusals.UnknownMember(listed.Member).At("member");
            if (book.Gone.Contains(listed.Member)) continue;
            var held = book.Of(listed.Member);
            if (listed.Details is { } details && !held.HasDetails)
            {
                if (Fault(family, listed.Member, details, today) is { } no) return no;
                facts.Add(Recorded(seal, listed.Member, details));
            }
            if (listed.Safety is { } safety && !held.HasFlags)
            {
                if (Fault(family, safety) is { } no) return no;
                facts.Add(new ContactFact.FlagsSet(listed.Member, seal.Seal(listed.Member, safety)));
            }
        }
        return facts.DrainToImmutable();
    }

    private static ContactFact.Recorded Recorded(ContactSeal seal, MemberId member, ContactDetails details) =>
        new(member, seal.Seal(member, details), seal.Prints(details) is { IsEmpty: false } prints ? prints : null);

    public static Decision<ImmutableArray<ContactFact>> SetFlags(ContactBook book, FamilyState family, ContactSeal seal, MemberId member, SafeContact safety) =>
        Fault(family, safety) is { } fault ? fault
        : seal.Holds(member, book.Safety.GetValueOrDefault(member), safety) ? Facts.None<ContactFact>()
        : Facts.Of<ContactFact>(new ContactFact.FlagsSet(member, seal.Seal(member, safety)));

    private static Refusal? Fault(FamilyState family, SafeContact safety) =>
        family.Stage == Stage.Ended ? FamilyRefusals.Ended(family.EndedOn)
        : safety.UnsafeNumbers.Length > 10 || !safety.UnsafeNumbers.All(IsPhone) ? ContactRefusals.Phone.At("unsafeNumbers")
        : safety.Hours.Length > 14 || safety.Hours.Any(h => h.Days.IsDefaultOrEmpty || h.To <= h.From) ? SafetyRefusals.HoursUnreadable.At("hours")
        : safety.SafeTimes.Length > 200 || safety.CodeWord.Length > 40 ? ContactRefusals.Words.At("safeTimes")
        : null;

    /// <summary>A view is a fact of its own: who, when, which member, what for.</summary>
    public static Decision<ImmutableArray<ContactFact>> View(ContactBook book, MemberId member, ContactPurpose purpose) =>
        book.Of(member) is { HasDetails: false, HasFlags: false }
            ? ContactRefusals.None
            : Facts.Of<ContactFact>(new ContactFact.Viewed(member, purpose));

    /// <summary>Whether a member has flags is looked up at each attempt; that somebody looked is recorded where there is something to see.</summary>
    public static Decision<ImmutableArray<ContactFact>> LookAtSafety(ContactBook book, MemberId member) =>
        book.Of(member).HasFlags ? Facts.Of<ContactFact>(new ContactFact.Viewed(member, ContactPurpose.SafetyCheck)) : Facts.None<ContactFact>();

    /// <summary>Leaves its fact also where nothing was held: that it was asked for is part of the record.</summary>
    public static Decision<ImmutableArray<ContactFact>> Erase(ContactBook book, MemberId member, Stamp stamp) =>
        book.Gone.Contains(member) ? Facts.None<ContactFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<ContactFact>(new ContactFact.Erased(member));

    /// <summary>Whether a fact says how the member is reached, and goes when they are erased.</summary>
    public static bool TellsOf(ContactFact? fact, MemberId member) => fact switch
    {
        ContactFact.Recorded f => f.Member == member,
        ContactFact.FlagsSet f => f.Member == member,
        _ => false,
    };

    /// <summary>The member as one who may look sees them.</summary>
    public static ContactCard Card(ContactBook book, ContactSeal seal, MemberId member) => new(
        member,
        book.Details.TryGetValue(member, out var details) ? seal.Read<ContactDetails>(member, details) : null,
        book.Safety.TryGetValue(member, out var safety) ? seal.Read<SafeContact>(member, safety) : new());

    /// <summary>Completed years on a day; someone born on 29 February has their birthday on 1 March of a common year.</summary>
    public static Decision<int> AgeOn(ContactBook book, ContactSeal seal, MemberId member, DateOnly day)
    {
        if (Card(book, seal, member).Details?.BirthDate is not { } born) return ContactRefusals.NoBirthDate;
        if (day < born) return ContactRefusals.NotBornYet;
        return day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
    }

    internal static bool IsPhone(string number) => number.Length is >= 5 and <= 24 && number.Any(char.IsAsciiDigit) && number.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')' or '-');

    internal static bool IsEmail(string email) => email.Length <= 254 && email.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.') && !email.Any(char.IsWhiteSpace);
}
