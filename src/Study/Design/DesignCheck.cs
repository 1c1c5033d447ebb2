using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>What is wrong with a design. One that was let in with a fault could not be read back, or would ask nobody for anything.</summary>
internal static class DesignCheck
{
    private const int LongestLead = 366;
    private const int LongestWindow = 732;
    private const int LongestOffset = 240;

    public static Refusal? Fault(StudyDesign design, InstrumentShelf shelf) =>
        design.Waves.IsEmpty || design.Cohorts.IsEmpty ? StudyRefusals.Empty
        : !TimeZoneInfo.TryFindSystemTimeZoneById(design.TimeZone, out _) ? StudyRefusals.TimeZone(design.TimeZone)
        : Codes(design).FirstOrDefault(code => !CodeText.IsOne(code)) is { } misspelt ? StudyRefusals.Code(misspelt)
        : Codes(design).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice ? StudyRefusals.CodeTwice(twice.Key)
        : design.Cohorts.FirstOrDefault(c => c.Ends < c.Starts) is { } cohort ? StudyRefusals.CohortEnds(cohort.Code)
        : design.Waves.Select(w => Fault(design, w)).FirstOrDefault(f => f is not null)
        ?? design.Schedule.Select(r => Fault(design, r, shelf)).FirstOrDefault(f => f is not null)
        ?? design.DoubleEntry.Select(s => DoubleEntryRules.Fault(design, shelf, s)).FirstOrDefault(f => f is not null)
        ?? (design.Protocol is { } protocol ? ContactProtocolRules.Fault(protocol) : null)
        ?? design.GroupTargets.Select(t => GroupTargets.Fault(design, t)).FirstOrDefault(f => f is not null)
        ?? EligibilityRules.Fault(design.Eligibility);

    private static IEnumerable<string> Codes(StudyDesign design) =>
        [.. design.Bands.Select(b => b.Code), .. design.Cohorts.Select(c => c.Code.ToString()), .. design.Waves.Select(w => w.Code.ToString())];

    private static Refusal? Fault(StudyDesign design, WaveDesign wave)
    {
        if (design.Waves.Any(w => w.Code != wave.Code && w.Number == wave.Number)) return StudyRefusals.NumberTaken(wave.Number);
        if (wave.Number < 1) return StudyRefusals.WaveNumber;
        if (wave.OpensBefore is < 0 or > LongestLead || wave.ClosesAfter is < 0 or > LongestWindow) return StudyRefusals.WindowTooLong;
        if (wave.After is not { } after) return null;
        if (design.Wave(after) is not { } before || before.Number >= wave.Number) return StudyRefusals.AnchorNotBefore(wave.Code, after);
        if (!Enum.IsDefined(wave.Anchor) || wave.Anchor == WaveAnchor.CaseEvent != wave.AnchorEvent is not null) return StudyRefusals.AnchorEvent;
        return wave.OffsetMonths is < 1 or > LongestOffset || wave.DesignMonths is < 1 or > LongestOffset ? StudyRefusals.Offset : null;
    }

    private static Refusal? Fault(StudyDesign design, DueRule rule, InstrumentShelf shelf) =>
        shelf.Find(rule.Instrument) is null ? StudyRefusals.UnknownInstrument(rule.Instrument)
        : rule.FollowUp is { } followUp && shelf.Find(followUp) is null ? StudyRefusals.UnknownInstrument(followUp)
        : rule.Waves.Where(w => design.Wave(w) is null).Select(StudyRefusals.UnknownWave).FirstOrDefault();
}
