using System.Collections.Immutable;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Contacts;

/// <summary>Why the details are looked at: <c>arrange-interview</c>, <c>visit</c>, <c>trace</c>, <c>correct</c> or <c>safety-check</c>. It becomes part of the record.</summary>
public sealed record ViewBody(ContactPurpose Purpose);

/// <summary>Somebody who would know where the member is; <c>mayHear</c> is what they may be told: <c>caller-only</c> or <c>study-name</c>.</summary>
public sealed record StableBody(string Name, string Relation, string? Phone = null, ImmutableArray<string>? AddressLines = null, string? Email = null, MayHear MayHear = MayHear.CallerOnly)
{
    public static StableBody Of(StableContact p) => new(p.Name, p.Relation, p.Phone, p.AddressLines, p.Email, p.MayHear);

    public StableContact ToContact() => new(Name.Trim(), Relation.Trim()) { Phone = Phone?.Trim() ?? "", AddressLines = Listed(AddressLines), Email = Email?.Trim() ?? "", MayHear = MayHear };

    internal static ImmutableArray<string> Listed(ImmutableArray<string>? texts) => texts is { IsDefault: false } given ? given : [];
}

/// <summary>All details of one member as they are from now on; at most three people in <c>stable</c>, who are asked only when the member cannot be found.</summary>
public sealed record DetailsBody(
    string Name, ImmutableArray<string>? AddressLines = null, string? Postcode = null, ImmutableArray<string>? Phones = null, string? Email = null, DateOnly? BirthDate = null, ImmutableArray<StableBody>? Stable = null)
{
    public static DetailsBody Of(ContactDetails d) => new(d.Name, d.AddressLines, d.Postcode, d.Phones, d.Email, d.BirthDate, d.Stable?.Select(StableBody.Of).ToImmutableArray());

    public ContactDetails ToDetails() => new(Name.Trim())
    {
        AddressLines = StableBody.Listed(AddressLines), Postcode = Postcode?.Trim() ?? "", Phones = StableBody.Listed(Phones), Email = Email?.Trim() ?? "", BirthDate = BirthDate,
        Stable = Stable is { IsDefaultOrEmpty: false } people ? [.. people.Select(p => p.ToContact())] : null,
    };
}

/// <summary>How a member may safely be reached; what is left out is not set. <c>hours</c> are such as <c>Mon-Fri 9:00-15:00</c>.</summary>
public sealed record SafetyBody(
    bool DoNotCall = false, bool DoNotText = false, bool DoNotEmail = false, bool NoLetters = false, bool NoMessages = false, bool DoNotVisit = false,
    ImmutableArray<string>? UnsafeNumbers = null, ImmutableArray<string>? Hours = null, string? SafeTimes = null, string? CodeWord = null)
{
    public static SafetyBody Of(SafeContact s) =>
        new(s.DoNotCall, s.DoNotText, s.DoNotEmail, s.NoLetters, s.NoMessages, s.DoNotVisit, s.UnsafeNumbers, [.. s.Hours.Select(h => $"{h}")], s.SafeTimes, s.CodeWord);

    public Decision<SafeContact> ToSafety()
    {
        var hours = StableBody.Listed(Hours).Select(SafeHours.Read).ToList();
        if (hours.Contains(null)) return SafetyRefusals.HoursUnreadable.At("hours");
        return new SafeContact
        {
            DoNotCall = DoNotCall, DoNotText = DoNotText, DoNotEmail = DoNotEmail, NoLetters = NoLetters, NoMessages = NoMessages, DoNotVisit = DoNotVisit,
            UnsafeNumbers = StableBody.Listed(UnsafeNumbers), Hours = [.. hours.OfType<SafeHours>()], SafeTimes = SafeTimes?.Trim() ?? "", CodeWord = CodeWord?.Trim() ?? "",
        };
    }
}

/// <summary>What is held about a member. <c>possibleDuplicates</c> are other families that may hold the same person.</summary>
public sealed record ContactView(MemberId Member, DetailsBody? Details, SafetyBody Safety, ImmutableArray<FamilyId> PossibleDuplicates, bool PossibleDuplicateElsewhere);
