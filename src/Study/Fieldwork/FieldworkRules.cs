using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>Decisions about meeting a family: who goes, what came of it, and why a wave is lost.</summary>
public static class FieldworkRules
{
    private const int LongestAccount = 254;

    public static Decision<ImmutableArray<FamilyFact>> Assign(FamilyState family, StudyFrame frame, FamilyFact.InterviewerAssigned assigned) =>
        !family.Exists ? FamilyRefusals.Unknown
        : frame.Design.Wave(assigned.Wave) is null ? StudyRefusals.UnknownWave(assigned.Wave)
        : family.Stage < Stage.AgreedToContact ? FamilyRefusals.NotAgreed
        : family.Stage == Stage.Ended ? FamilyRefusals.Ended(family.EndedOn)
        : assigned.Interviewer.Length is 0 or > LongestAccount ? FieldworkRefusals.Interviewer.At("interviewer")
        : family.Assignments.Any(a => (a.Wave, a.Interviewer) == (assigned.Wave, assigned.Interviewer)) ? Facts.None<FamilyFact>()
        : Facts.Of<FamilyFact>(assigned);

    /// <summary>Records the interview of a wave as it stands; recorded again, it takes the place of the earlier record.</summary>
    public static Decision<ImmutableArray<FamilyFact>> RecordInterview(FamilyState family, StudyFrame frame, WaveCode wave, Interview interview, Stamp stamp)
    {
        var today = frame.Design.Today(stamp.At);
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave);
        if (family.Stage < Stage.Consented) return FieldworkRefusals.NotConsented;
        if (interview.Visits.IsEmpty || interview.Visits.Length > 20) return FieldworkRefusals.Visits.At("visits");
        if (interview.Visits.Any(v => v.On > today)) return FamilyRefusals.Future.At("visits");
        if (interview.Visits.Any(v => v.On < family.SampledOn)) return FamilyRefusals.BeforeSampling(family.SampledOn).At("visits");
        if (interview.Visits.Any(v => v.On > family.EndedOn)) return FamilyRefusals.Ended(family.EndedOn).At("visits");
        if (interview.Visits.FirstOrDefault(v => family.Consents.IsWithdrawn(ConsentScope.Interview, interview.Respondent, v.On)) is { } unwanted) return FieldworkRefusals.Withdrawn(unwanted.On).At("visits");
        if (interview.Respondent is { } respondent)
        {
            if (family.Member(respondent) is not { } member) return FamilyRefusals.UnknownMember(respondent).At("respondent");
            if (member.Role is MemberRole.Child or MemberRole.Teacher) return FieldworkRefusals.Respondent.At("respondent");
        }
        if (interview.Language.Length is 0 or > 35 || interview.OthersPresent.Length > 200 || interview.Visits.Any(v => v.Place.Length > 80)) return FieldworkRefusals.TooLong;
        return family.InterviewAt(wave) is { } there && Same(there, interview)
            ? Facts.None<FamilyFact>()
            : Facts.Of<FamilyFact>(new FamilyFact.InterviewRecorded(wave, interview));
    }

    /// <summary>Sets the final disposition of a track. Completed interviews say so by their forms, not by hand.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Dispose(FamilyState family, StudyFrame frame, FamilyFact.DispositionRecorded final, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(final.Wave) is not { } wave) return StudyRefusals.UnknownWave(final.Wave);
        if (Dispositions.Find(final.Code) is not { } code) return FieldworkRefusals.UnknownCode(final.Code).At("code");
        if (family.Stage < Stage.AgreedToContact) return FamilyRefusals.NotAgreed;
        if (final.On > frame.Design.Today(stamp.At)) return FamilyRefusals.Future.At("on");
        if (final.On < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("on");
        if (code.Class is OutcomeClass.Complete or OutcomeClass.Partial) return FieldworkRefusals.OutcomeFromForms.At("code");
        if (DueList.Of(frame, family, wave, final.Track, final.On).State == DueState.Achieved) return FieldworkRefusals.AlreadyComplete;
        return family.DispositionOf(final.Wave, final.Track) is { } there && there.Code == final.Code && there.On == final.On
            ? Facts.None<FamilyFact>()
            : Facts.Of<FamilyFact>(final);
    }

    private static bool Same(Interview a, Interview b) => a.Visits.SequenceEqual(b.Visits) && a with { Visits = b.Visits } == b;
}

public static class FieldworkRefusals
{
    public static readonly Refusal NotConsented = new("interview.not-consented", "The family has not consented to be interviewed. Record the consent first.", RefusalKind.Conflict);
    public static readonly Refusal Visits = new("interview.visits", "Give 1 to 20 visits, each with its date.");
    public static readonly Refusal TooLong = new("interview.too-long", "Give the language as a tag such as en, and at most 80 characters for a place and 200 for who else was present.");
    public static readonly Refusal OutcomeFromForms = new("disposition.from-forms", "Complete and part are read off the forms; choose why the interview was not achieved.");
    public static readonly Refusal AlreadyComplete = new("disposition.complete", "Everything asked for here has been done, so it cannot be lost.", RefusalKind.Conflict);
    public static readonly Refusal Respondent = new("interview.respondent", "The interview is with a carer or another adult of the family. A child's and a teacher's answers are forms of their own.");
    public static readonly Refusal Interviewer = new("interview.interviewer", "Say who is to interview, in at most 254 characters.");
    public static Refusal Withdrawn(DateOnly on) => new("interview.withdrawn", $"The consent to be interviewed was withdrawn and does not cover {DayWords.Of(on)}.", RefusalKind.Conflict);
    public static Refusal UnknownCode(string code) => new("disposition.unknown", $"'{code}' is not one of the final disposition codes.");
}
