using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Decisions about consent forms, assent, and who may consent for a child.</summary>
public static class ConsentRules
{
    private const int LongestText = 80;

    /// <summary>All that one consent form says, as one act.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Give(FamilyState family, StudyFrame frame, ConsentForm form, Stamp stamp)
    {
        var today = frame.Design.Today(stamp.At);
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (form.Scopes.IsDefaultOrEmpty) return ConsentRefusals.Nothing.At("scopes");
        if (form.Wave is { } wave && frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave).At("wave");
        if (form.Wording.Length > LongestText || form.TakenBy.Length > LongestText) return ConsentRefusals.TooLong.At("wording");
        if (MemberId.TryParse(form.GivenBy, null, out var giver) && family.Member(giver) is not { ErasedOn: null }) return FamilyRefusals.UnknownMember(giver).At("givenBy");
        if (form.About is { } about && family.Member(about) is { Role: MemberRole.Child } child && Fault(family, child, form) is { } no) return no.At("givenBy");
        return FamilySteps.All(family, stamp, [.. form.Scopes.Distinct().Select(scope => Step(scope, form, today))]);
    }

    /// <summary>Records what a child said. From 16 on it is consent, not assent.</summary>
    public static Decision<ImmutableArray<FamilyFact>> RecordAssent(FamilyState family, StudyFrame frame, Assent said, DateOnly today) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.Member(said.Child) is not { ErasedOn: null } child ? FamilyRefusals.UnknownMember(said.Child).At("child")
        : child.Role != MemberRole.Child ? ConsentRefusals.NotAChild.At("child")
        : said.On > today ? FamilyRefusals.Future.At("on")
        : said.Wave is { } wave && frame.Design.Wave(wave) is null ? StudyRefusals.UnknownWave(wave).At("wave")
        : child.Decides(said.On) ? ConsentRefusals.OldEnough.At("child")
        : said.TakenBy.Length is 0 or > LongestText ? ConsentRefusals.TakenBy.At("takenBy")
        : family.Assents.Contains(said) ? Facts.None<FamilyFact>()
        : Facts.Of<FamilyFact>(new FamilyFact.AssentRecorded(said.Child, said.Given, said.On, said.Wave, said.TakenBy, said.Mode));

    public static Decision<ImmutableArray<FamilyFact>> CheckResponsibility(FamilyState family, Responsibility found, DateOnly today) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.Member(found.Child) is not { ErasedOn: null } child ? FamilyRefusals.UnknownMember(found.Child).At("child")
        : child.Role != MemberRole.Child ? ConsentRefusals.NotAChild.At("child")
        : found.On > today ? FamilyRefusals.Future.At("on")
        : found.Source.Length is 0 or > LongestText ? CaseRefusals.Source.At("source")
        : family.Responsibilities.Contains(found) ? Facts.None<FamilyFact>()
        : Facts.Of<FamilyFact>(new FamilyFact.ResponsibilityChecked(found.Child, found.Holder, found.On, found.Source));

    private static Refusal? Fault(FamilyState family, Member child, ConsentForm form) =>
        form.GivenBy == child.Id.ToString() ? child.Birth is { } born && born.AgeOn(form.On).Most < ConsentCover.DecidesFrom ? ConsentRefusals.TooYoung : null
        : child.Decides(form.On) ? ConsentRefusals.YoungPerson
        : family.ResponsibilityOpenSince(child.Id) is { } since && form.On >= since ? ConsentRefusals.ResponsibilityUnchecked(since)
        : null;

    private static Func<FamilyState, Decision<ImmutableArray<FamilyFact>>> Step(ConsentScope scope, ConsentForm form, DateOnly today) => family =>
        EnrolmentRules.Consent(family, new(scope, form.About, form.GivenBy, form.On)
        {
            Wave = form.Wave, Wording = TextOf(form.Wording), TakenBy = TextOf(form.TakenBy),
            Authority = form.Authority == default ? null : form.Authority, Mode = form.Mode == default ? null : form.Mode,
        }, today);

    private static string? TextOf(string text) => text.Length == 0 ? null : text;
}

/// <summary>Refusals about consent. Codes are public and never reworded.</summary>
public static class ConsentRefusals
{
    public static readonly Refusal Nothing = new("consent.nothing", "Choose at least one thing that they consent to.");
    public static readonly Refusal TooLong = new("consent.too-long", "Give the version of the wording, and who took the consent, in at most 80 characters each.");
    public static readonly Refusal NotAChild = new("consent.not-a-child", "This is recorded of children only.");
    public static readonly Refusal TakenBy = new("consent.taken-by", "Say who asked the child, in at most 80 characters.");
    public static readonly Refusal OldEnough = new("consent.old-enough", "They were 16 or older on that day and decide for themselves. Record their consent.", RefusalKind.Conflict);
    public static readonly Refusal YoungPerson = new("consent.young-person", "They were 16 or older on that day and decide for themselves. Choose them as who gave the consent.", RefusalKind.Conflict);
    public static readonly Refusal TooYoung = new("consent.too-young", "A child under 16 cannot consent for themselves. Record the consent of whoever may give it, and the child's assent.", RefusalKind.Conflict);
    public static readonly Refusal Erased = new("family.erased", "All that was recorded of this family was erased. Nothing more can be recorded.", RefusalKind.Conflict);
    public static Refusal ResponsibilityUnchecked(DateOnly since) =>
        new("consent.responsibility-unchecked", $"The child was removed from home on or after {DayWords.Of(since)}. Record first who holds parental responsibility.", RefusalKind.Conflict);
}
