using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Safeguarding;

/// <summary>Decisions about disclosures of harm; who may ask is decided before (<see cref="SafeguardingAccess"/>).</summary>
public static class SafeguardingRules
{
    private const int LongestWords = 4000;
    private const int LongestName = 120;
    private const int LongestAccount = 254;

    public static Decision<ImmutableArray<SafeguardingFact>> Record(SafeguardingBook book, FamilyState family, DisclosureSeal seal, HeardHarm heard, DateOnly today) =>
        heard.Words.Trim().Length is 0 or > LongestWords ? SafeguardingRefusals.Words.At("words")
        : heard.By.Trim().Length is 0 or > LongestAccount ? SafeguardingRefusals.By.At("by")
        : heard.About is { } about && family.Member(about) is null ? FamilyRefusals.UnknownMember(about).At("about")
        : heard.On > today ? FamilyRefusals.Future.At("on")
        : Facts.Of<SafeguardingFact>(new SafeguardingFact.Heard(book.All.Length + 1, heard.On, seal.Seal(heard)));

    public static Decision<ImmutableArray<SafeguardingFact>> PassOn(SafeguardingBook book, DisclosureSeal seal, int number, PassedOnHarm told, DateOnly today) =>
        book.Of(number) is not { } disclosure ? SafeguardingRefusals.Unknown
        : told.Role.Trim().Length is 0 or > LongestName ? SafeguardingRefusals.Role.At("role")
        : told.Agency.Trim().Length is 0 or > LongestName ? SafeguardingRefusals.Agency.At("agency")
        : told.Name.Length > LongestName ? SafeguardingRefusals.Name.At("name")
        : told.Said.Length > LongestWords ? SafeguardingRefusals.Said.At("said")
        : told.By.Trim().Length is 0 or > LongestAccount ? SafeguardingRefusals.By.At("by")
        : told.On > today ? FamilyRefusals.Future.At("on")
        : told.On < disclosure.On ? SafeguardingRefusals.ToldBefore(disclosure.On).At("on")
        : Facts.Of<SafeguardingFact>(new SafeguardingFact.PassedOn(number, told.On, seal.Seal(told)));

    public static Decision<ImmutableArray<SafeguardingFact>> FollowUp(SafeguardingBook book, DisclosureSeal seal, int number, HarmFollowUp done, DateOnly today) =>
        book.Of(number) is not { } disclosure ? SafeguardingRefusals.Unknown
        : done.Words.Trim().Length is 0 or > LongestWords ? SafeguardingRefusals.FollowUp.At("followUp")
        : done.On > today ? FamilyRefusals.Future.At("followedOn")
        : done.On < disclosure.On ? SafeguardingRefusals.ToldBefore(disclosure.On).At("followedOn")
        : Facts.Of<SafeguardingFact>(new SafeguardingFact.FollowedUp(number, seal.Seal(done)));

    /// <summary>Reading one leaves its fact.</summary>
    public static Decision<ImmutableArray<SafeguardingFact>> Read(SafeguardingBook book, int number) =>
        book.Of(number) is null ? SafeguardingRefusals.Unknown : Facts.Of<SafeguardingFact>(new SafeguardingFact.Looked(number));
}

/// <summary>Refusals about disclosures of harm. Codes are public and never reworded.</summary>
public static class SafeguardingRefusals
{
    public static readonly Refusal NotYours = new("disclosure.not-yours", "Only coordinators, administrators and interviewers who met this family record a disclosure. Tell the coordinator now.", RefusalKind.Forbidden);
    public static readonly Refusal Unknown = new("disclosure.unknown", "There is no such disclosure, or it is not yours to read.", RefusalKind.NotFound);
    public static readonly Refusal Words = new("disclosure.words", "Write down what was said, in at most 4,000 characters.");
    public static readonly Refusal By = new("disclosure.by", "Say who it was, in at most 254 characters.");
    public static readonly Refusal Role = new("disclosure.role", "Say what the person who was told does, such as duty social worker.");
    public static readonly Refusal Agency = new("disclosure.agency", "Say where the person who was told works.");
    public static readonly Refusal Name = new("disclosure.name", "Keep the name to 120 characters.");
    public static readonly Refusal Said = new("disclosure.said", "Keep what they said they would do to 4,000 characters.");
    public static readonly Refusal FollowUp = new("disclosure.follow-up", "Write down what happened, in at most 4,000 characters.");
    public static Refusal ToldBefore(DateOnly on) => new("disclosure.told-before", $"It was disclosed on {DayWords.Of(on)}; this cannot be earlier.");
}
