using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>What somebody who is asked where a member is may be told. Numbers and names are stored; append only.</summary>
public enum MayHear { CallerOnly = 0, StudyName = 1 }

/// <summary>Somebody who would know where a member is. Stored sealed with the member's own details and asked only when the member cannot be found.</summary>
/// <param name="Relation">What they are to the member, such as "grandmother".</param>
[GenerateSerializer, Immutable, Alias("sos.stable-contact")]
public sealed record StableContact([property: Id(0)] string Name, [property: Id(1)] string Relation)
{
    [Id(2)] public string Phone { get; init; } = "";

    /// <summary>With the postcode on its last line.</summary>
    [Id(3)] public ImmutableArray<string> AddressLines { get; init; } = [];
    [Id(4)] public string Email { get; init; } = "";
    [Id(5)] public MayHear MayHear { get; init; }
}

/// <summary>What can be recorded of people who would know where a member is.</summary>
public static class StableContacts
{
    public const int Most = 3;
    private const int LongestName = 120;
    private const int LongestRelation = 60;

    /// <summary>Why they cannot be recorded, at the fields of the one it is; <c>null</c> where they can.</summary>
    public static Refusal? Fault(ImmutableArray<StableContact> people)
    {
        if (people.Length > Most) return StableRefusals.TooMany.At("stable");
        for (var i = 0; i < people.Length; i++)
            if (Fault(people[i]) is ({ } why, { } field)) return why.At($"stable[{i}].{field}");
        return null;
    }

    private static (Refusal Why, string Field)? Fault(StableContact person) =>
        person.Name.Trim().Length is 0 or > LongestName ? (StableRefusals.Name, "name")
        : person.Relation.Trim().Length is 0 or > LongestRelation ? (StableRefusals.Relation, "relation")
        : person.Phone.Length > 0 && !ContactRules.IsPhone(person.Phone) ? (StableRefusals.Phone, "phone")
        : person.AddressLines.Length > 6 || person.AddressLines.Any(l => l.Length > 120) ? (StableRefusals.Address, "address")
        : person.Email.Length > 0 && !ContactRules.IsEmail(person.Email) ? (StableRefusals.Email, "email")
        : person.Phone.Length == 0 && person.AddressLines.IsEmpty && person.Email.Length == 0 ? (StableRefusals.NoWay, "phone")
        : null;
}

/// <summary>Refusals about people who would know where a member is. Codes are public and never reworded.</summary>
public static class StableRefusals
{
    public static readonly Refusal TooMany = new("stable-contact.too-many", "Give at most three people who would know where they are.");
    public static readonly Refusal Name = new("stable-contact.name", "Give the person's name, at most 120 characters.");
    public static readonly Refusal Relation = new("stable-contact.relation", "Say what the person is to the member, in at most 60 characters.");
    public static readonly Refusal Phone = new("stable-contact.phone", "Give the number in 5 to 24 digits, spaces, + and brackets, or leave it empty.");
    public static readonly Refusal Address = new("stable-contact.address", "Give at most 6 address lines of at most 120 characters.");
    public static readonly Refusal Email = new("stable-contact.email", "Give the e-mail address as name@example.org, or leave it empty.");
    public static readonly Refusal NoWay = new("stable-contact.no-way", "Give a number, an address or an e-mail address at which the person can be reached.");
}
