using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>Refusals about the study's design. Codes are public and never reworded.</summary>
public static class StudyRefusals
{
    public static readonly Refusal NotOpen = new("study.not-open", "The study has no design yet. An administrator opens it from a template first.", RefusalKind.Conflict);
    public static readonly Refusal Empty = new("study.empty", "A design needs at least one cohort and one wave.");
    public static readonly Refusal WaveNumber = new("study.wave-number", "Number the waves 1, 2, 3 and so on.");
    public static readonly Refusal Offset = new("study.offset", "Give an offset of 1 to 240 months from the wave before and from the cohort's start.");
    public static readonly Refusal WindowTooLong = new("study.window", "A window opens at most 366 days before its target and closes at most 732 days after it.");
    public static Refusal AlreadyOpen(string title) => new("study.already-open", $"This deployment already runs '{title}'. One deployment runs one study.", RefusalKind.Conflict);
    public static Refusal TimeZone(string name) => new("study.time-zone", $"'{name}' is not the name of a time zone. Use one such as Europe/London.");
    public static Refusal Code(string code) => new("study.code", $"'{code}' cannot be a code: use 1 to 40 lower-case letters, digits and hyphens, and begin with a letter or digit.");
    public static Refusal CodeTwice(string code) => new("study.code-twice", $"The code '{code}' is used twice.");
    public static Refusal CohortEnds(CohortCode cohort) => new("study.cohort-dates", $"Cohort {cohort} ends before it starts.");
    public static Refusal UnknownInstrument(InstrumentId id) => new("study.unknown-instrument", $"The schedule asks for '{id}', which is not an instrument here.");
    public static Refusal NumberTaken(int number) => new("study.number-taken", $"Another wave already has number {number}.", RefusalKind.Conflict);
    public static readonly Refusal AnchorEvent = new("study.anchor-event", "Say which case event the wave is counted from, and only where it is counted from one.");
    public static Refusal AnchorNotBefore(WaveCode wave, WaveCode after) => new("study.anchor", $"Wave {wave} follows {after}, which is not a wave before it.");
    public static Refusal UnknownWave(WaveCode wave) => new("study.unknown-wave", $"The study has no wave '{wave}'.", RefusalKind.NotFound);
    public static Refusal UnknownCohort(CohortCode cohort) => new("study.unknown-cohort", $"The study has no cohort '{cohort}'.");
}
