using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;

namespace SosLongitudinal.Study.Contacts;

/// <summary>How one member is reached, and when they were born. Only ever stored sealed, apart from all research data.</summary>
[GenerateSerializer, Immutable, Alias("sos.contact-details")]
public sealed record ContactDetails([property: Id(0)] string Name)
{
    [Id(1)] public ImmutableArray<string> AddressLines { get; init; } = [];
    [Id(2)] public string Postcode { get; init; } = "";
    [Id(3)] public ImmutableArray<string> Phones { get; init; } = [];
    [Id(4)] public string Email { get; init; } = "";
    [Id(5)] public DateOnly? BirthDate { get; init; }

    /// <summary>At most three people who would know where the member is; <c>null</c> where none are recorded. Nobody is known again by them.</summary>
    [Id(6)] public ImmutableArray<StableContact>? Stable { get; init; }
}

/// <summary>How a member may safely be contacted. Read before anything else of them is used.</summary>
[GenerateSerializer, Immutable, Alias("sos.safe-contact")]
public sealed record SafeContact
{
    [Id(0)] public bool DoNotCall { get; init; }
    [Id(1)] public bool DoNotText { get; init; }
    [Id(2)] public bool NoLetters { get; init; }
    [Id(3)] public bool NoMessages { get; init; }
    [Id(4)] public bool DoNotVisit { get; init; }

    /// <summary>Numbers that must not be used, although the member is known to be reachable there.</summary>
    [Id(5)] public ImmutableArray<string> UnsafeNumbers { get; init; } = [];

    /// <summary>In the member's own words, such as "weekdays before 3 pm".</summary>
    [Id(6)] public string SafeTimes { get; init; } = "";

    /// <summary>What the caller says, or waits to hear, before saying who they are.</summary>
    [Id(7)] public string CodeWord { get; init; } = "";

    /// <summary>The hours outside of which the member must not be visited, called or texted; none: at any time.</summary>
    [Id(8)] public ImmutableArray<SafeHours> Hours { get; init; } = [];

    /// <summary>Not written where it is not set, so that older flags are the same bytes still.</summary>
    [Id(9), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool DoNotEmail { get; init; }
}

/// <summary>What a view shows: one member and no one else.</summary>
[GenerateSerializer, Immutable, Alias("sos.contact-card")]
public sealed record ContactCard([property: Id(0)] Kernel.MemberId Member, [property: Id(1)] ContactDetails? Details, [property: Id(2)] SafeContact Safety)
{
    /// <summary>What may be seen of it for a purpose: other people's details only to find the member, or to correct them.</summary>
    public ContactCard For(ContactPurpose purpose) =>
        Details?.Stable is null || purpose is ContactPurpose.Trace or ContactPurpose.Correct ? this : this with { Details = Details with { Stable = null } };
}

/// <summary>That there is something to view, without what it is.</summary>
[GenerateSerializer, Immutable, Alias("sos.contact-standing")]
public sealed record ContactStanding([property: Id(0)] Kernel.MemberId Member, [property: Id(1)] bool HasDetails, [property: Id(2)] bool HasFlags);

/// <summary>What a list says of one member.</summary>
[GenerateSerializer, Immutable, Alias("sos.listed-contact")]
public sealed record ListedContact([property: Id(0)] Kernel.MemberId Member, [property: Id(1)] ContactDetails? Details, [property: Id(2)] SafeContact? Safety = null);
