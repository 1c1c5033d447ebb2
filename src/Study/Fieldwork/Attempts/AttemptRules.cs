using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Attempts;

/// <summary>Decisions about attempts to reach a family. What safe contact forbids is asked before, where the flags are kept.</summary>
public static class AttemptRules
{
    private const int LongestNote = 500;
    private const int LongestAccount = 254;

    public static Decision<ImmutableArray<FamilyFact>> Record(FamilyState family, StudyFrame frame, WaveCode wave, ContactAttempt attempt, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave).At("wave");
        if (family.Stage < Stage.AgreedToContact) return FamilyRefusals.NotAgreed;
        if (Fault(family, attempt) is { } fault) return fault;
        var day = frame.Design.Today(attempt.At);
        if (attempt.At > stamp.At) return FamilyRefusals.Future.At("at");
        if (day < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("at");
        if (family.EndedOn < day) return FamilyRefusals.Ended(family.EndedOn).At("at");
        if (family.Consents.IsWithdrawn(ConsentScope.Interview, attempt.With, day)) return AttemptRefusals.Withdrawn;
        if (attempt.NextOn < day) return AttemptRefusals.NextBefore.At("nextOn");
        if (family.DispositionOf(wave, Track.Interview) is { } final && final.On < day) return AttemptRefusals.Disposed(final.On);

        var there = family.AttemptsAt(wave).FirstOrDefault(a => (a.Attempt.Mode, a.Attempt.At, a.Attempt.By, a.Attempt.With) == (attempt.Mode, attempt.At, attempt.By, attempt.With));
        if (there is not null) return there.Attempt == attempt ? Facts.None<FamilyFact>() : AttemptRefusals.There;
        if (attempt.Mode.IsCounted() && frame.Design.Protocol is { } protocol && string.IsNullOrWhiteSpace(stamp.Why)
            && family.AttemptsAt(wave).Count(a => a.Attempt.Mode.IsCounted()) >= protocol.MostAttempts) return AttemptRefusals.Ceiling(protocol.MostAttempts).At("reason");
        if (attempt.AgainstSafety && string.IsNullOrWhiteSpace(stamp.Why)) return FamilyRefusals.ReasonNeeded.At("reason");
        return Facts.Of<FamilyFact>(new FamilyFact.AttemptRecorded(wave, 1 + family.Attempts.Count(a => a.Wave == wave), attempt));
    }

    /// <summary>Strikes out what was recorded in error; it stays in the record and counts no more.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Strike(FamilyState family, WaveCode wave, int number, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.Attempts.FirstOrDefault(a => a.Wave == wave && a.Number == number) is not { } there ? AttemptRefusals.Unknown(number)
        : !there.Stands ? Facts.None<FamilyFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<FamilyFact>(new FamilyFact.AttemptStruck(wave, number));

    private static Refusal? Fault(FamilyState family, ContactAttempt attempt) =>
        AttemptOutcomes.Find(attempt.Outcome) is not { } outcome ? AttemptRefusals.UnknownOutcome(attempt.Outcome).At("outcome")
        : !outcome.Fits(attempt.Mode) ? AttemptRefusals.OutcomeOfMode(outcome.Label).At("outcome")
        : attempt.By.Length is 0 or > LongestAccount ? AttemptRefusals.By.At("by")
        : attempt.With is { } with && family.Member(with) is null ? FamilyRefusals.UnknownMember(with).At("with")
        : attempt.With is null && attempt.Mode != AttemptMode.Worker ? AttemptRefusals.With.At("with")
        : attempt.Note.Length > LongestNote ? AttemptRefusals.Note.At("note")
        : NoteCheck.Identifies(attempt.Note) ? AttemptRefusals.NoteIdentifies.At("note")
        : attempt.NextOn is not null && attempt.Next is NextStep.None or NextStep.Final ? AttemptRefusals.NextWithout.At("next")
        : null;
}

/// <summary>Refusals about attempts. Codes are public and never reworded.</summary>
public static class AttemptRefusals
{
    public static readonly Refusal OutcomeUnchosen = new("attempt.no-outcome", "Say what the attempt came to.");
    public static readonly Refusal By = new("attempt.by", "Say who tried, in at most 254 characters.");
    public static readonly Refusal With = new("attempt.with", "Say whom you tried to reach.");
    public static readonly Refusal Note = new("attempt.note", "Keep the note to 500 characters.");
    public static readonly Refusal NoteIdentifies = new("attempt.note-identifies", "The note holds what looks like a telephone number, an e-mail address or a postcode. Leave it out: it belongs to the contact details.");
    public static readonly Refusal NextBefore = new("attempt.next-before", "The next step cannot be before the attempt.");
    public static readonly Refusal NextWithout = new("attempt.next-without", "Say what is to be done on that day, or leave the day empty.");
    public static readonly Refusal Withdrawn = new("attempt.withdrawn", "The consent to be interviewed is withdrawn. Do not try again.", RefusalKind.Conflict);
    public static readonly Refusal There = new("attempt.there", "An attempt at this minute by this person is recorded already. Strike it out first if it is wrong.", RefusalKind.Conflict);
    public static Refusal Disposed(DateOnly on) => new("attempt.disposed", $"This wave was given up on {DayWords.Of(on)}. Nobody should try again.", RefusalKind.Conflict);
    public static Refusal Ceiling(int most) => new("attempt.ceiling", $"The protocol allows {most} attempts and they are made. Record what finally became of it, or say why you tried once more.", RefusalKind.Conflict);
    public static Refusal UnknownOutcome(string code) => new("attempt.outcome", $"'{code}' is not an outcome of an attempt.");
    public static Refusal OutcomeOfMode(string label) => new("attempt.outcome-mode", $"'{label}' cannot come of trying in this way.");
    public static Refusal Unknown(int number) => new("attempt.unknown", $"There is no attempt {number} at this wave.", RefusalKind.NotFound);
}
