using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Outcomes;

/// <summary>
/// What became of a family at a wave by the rules of DOMAIN §3.2. A removal, a move, a closed case or a change of worker does not come in here: the family
/// stays due and is traced.
/// </summary>
public static class CaseOutcomes
{
    private const string Complete = "1.1";
    private const string Partial = "1.2";
    private const string Refused = "2.11";
    private const string RespondentRefused = "2.112";
    private const string NotContacted = "2.20";
    private const string Died = "2.31";
    private const string Other = "2.36";
    private const string NotAttempted = "3.11";
    private const string NotKnown = "3.90";
    private const string OutOfSample = "4.10";

    public static CaseOutcome Of(StudyFrame frame, FamilyState family, WaveDesign wave, DateOnly today)
    {
        if (WaveWindows.Of(frame.Design, family, wave) is not { } window) return default;
        var closed = today > window.Closes;
        var issued = wave.IsFollowUp ? family.ConsentedOn is not null
            : family.Stage == Stage.Ended ? family.ConsentedOn is not null || !family.Assignments.IsEmpty : family.Stage >= Stage.AgreedToContact;
        var (standing, code, isNotEligible) = Read(frame, family, wave, window, today, closed);
        return new(standing, isNotEligible ? OutcomeClass.NotEligible : Dispositions.Find(code)?.Class ?? default, code, closed, issued);
    }

    private static (OutcomeStanding Standing, string Code, bool IsNotEligible) Read(StudyFrame frame, FamilyState family, WaveDesign wave, Window window, DateOnly today, bool closed)
    {
        var said = family.DispositionOf(wave.Code, Track.Interview);
        var interview = InterviewOutcomes.Of(frame, family, wave.Code);
        if (interview == InterviewOutcome.Complete) return Final(Complete);
        if (interview == InterviewOutcome.Part && (closed || said is not null)) return Final(Partial);
        if (said is not null) return Final(said.Code, said.Code == Died && IsBefore(wave, window, family.EndedOn ?? said.On));
        return family.Stage switch
        {
            Stage.ScreenedOut => Final(OutOfSample),
            Stage.DeclinedContact => Final(Refused),
            Stage.NotApproached => Final(Other), // the gatekeeper's no: it counts only in a rate over all sampled
            Stage.Sampled => closed ? Final(NotKnown) : Unfinished(window, today),
            Stage.Screened => closed ? Final(NotAttempted) : Unfinished(window, today),
            Stage.Approached => closed ? Final(NotContacted) : Unfinished(window, today),
            Stage.Ended when family.EndedOn <= window.Closes => AtTheEnd(family, wave, window),
            _ when family.Consents.IsWithdrawn(ConsentScope.Interview, null, today < window.Closes ? today : window.Closes) => Final(RespondentRefused),
            Stage.AgreedToContact => closed ? Undisposed : Unfinished(window, today),
            _ => DueList.Of(frame, family, wave, Track.Interview, today) switch
            {
                { NotEligible: not null } => Final(OutOfSample),
                { State: DueState.Overdue } => Undisposed,
                { State: DueState.NotDue } => NotInSample,
                _ => Unfinished(window, today),
            },
        };
    }

    /// <summary>Who left before a follow-up wave was never eligible for it; who leaves in it is a loss of it.</summary>
    private static (OutcomeStanding, string, bool) AtTheEnd(FamilyState family, WaveDesign wave, Window window) => family.EndReason switch
    {
        EndReason.Withdrew => Final(RespondentRefused),
        EndReason.FoundIneligible => Final(OutOfSample),
        EndReason.Died => Final(Died, IsBefore(wave, window, family.EndedOn)),
        EndReason.MovedOutOfScope => Final(Other, IsBefore(wave, window, family.EndedOn)),
        _ => NotInSample,
    };

    private static bool IsBefore(WaveDesign wave, Window window, DateOnly? on) => wave.IsFollowUp && on < window.Opens;

    private static (OutcomeStanding, string, bool) NotInSample => (OutcomeStanding.NotInSample, "", false);

    private static (OutcomeStanding, string, bool) Undisposed => (OutcomeStanding.Undisposed, NotKnown, false);

    private static (OutcomeStanding, string, bool) Unfinished(Window window, DateOnly today) => (today < window.Opens ? OutcomeStanding.NotOpen : OutcomeStanding.InField, "", false);

    private static (OutcomeStanding, string, bool) Final(string code, bool isNotEligible = false) => (OutcomeStanding.Final, code, isNotEligible);
}
