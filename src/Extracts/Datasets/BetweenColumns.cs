using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Words of the columns between waves that others test for.</summary>
public static class BetweenWords
{
    /// <summary>Stands for the class of change while the months of counting are not over.</summary>
    public const string NotOver = "not-over";
}

/// <summary>What a row says of the case between the wave before and its own. A first wave has nothing before it: not applicable.</summary>
internal static class BetweenColumns
{
    private const string Counted = ", counted over the months that the design sets after the wave before";

    public static IReadOnlyList<string> ChangeWords { get; } = [.. EnumWords<WorkerChange>.All, BetweenWords.NotOver];

    /// <summary>Whether a family interviewed at the wave before was interviewed again, once that can be said.</summary>
    public static ColumnSpec<WaveReading> Retained { get; } = Spec.YesNo<WaveReading>("retained", "Interviewed again, of those interviewed at the wave before", w =>
        w.Before is not { } before || before.Fate.Fate != Fate.Interviewed ? Cells.Dense(MissingReason.NotApplicable)
        : w.Fate.Fate switch
        {
            Fate.Interviewed => Cells.Dense(true),
            Fate.Lost or Fate.NoDisposition => Cells.Dense(false),
            Fate.DiedOrIneligible => Cells.Dense(MissingReason.LeftStudy),
            Fate.NotYetDue or Fate.InField => Cells.Dense(MissingReason.NotDue),
            _ => Cells.Dense(MissingReason.NotApplicable),
        });

    public static ColumnSpec<WaveReading> Change { get; } = Spec.Words<WaveReading>("worker_change", "Change of worker" + Counted, ChangeWords, w =>
        Counts(w) is not { } since ? Cells.Word(Why(w)) : Cells.Word(since.Continuity is { } c ? (int)c.Change : ChangeWords.Count - 1));

    public static ColumnSpec<WaveReading> Workers { get; } = Spec.Count<WaveReading>("workers_between", "Different workers" + Counted, w => Count(w, c => c.DistinctWorkers));

    public static ColumnSpec<WaveReading> Changes { get; } = Spec.Count<WaveReading>("changes_between", "Changes from one worker to another" + Counted, w => Count(w, c => c.Changes));

    public static ColumnSpec<WaveReading> DaysWithout { get; } = Spec.Count<WaveReading>("days_without_worker", "Days unallocated or with a team only" + Counted, w => Count(w, c => c.DaysWithout));

    public static ColumnSpec<WaveReading> AnyAgency { get; } = Spec.Words<WaveReading>("any_agency", "Held by agency staff at any time" + Counted, ["no", "yes", "not-known"], w =>
        Counts(w) is not { } since ? Cells.Word(Why(w))
        : since.Continuity is not { } c ? Cells.Word(MissingReason.NotDue)
        : Cells.Word(c.AnyAgency switch { false => 0, true => 1, null => 2 }));

    public static ColumnSpec<WaveReading> DaysSince { get; } = Spec.Count<WaveReading>("days_since", "Days from the interview of the wave before to this one", w =>
        w.Before is null ? Cells.Dense(MissingReason.NotApplicable)
        : w.InterviewDay is { } day && w.Since is { } since ? Cells.Dense(day.DayNumber - since.From.DayNumber) : Cells.Dense(MissingReason.InterviewNotDone));

    public static ColumnSpec<WaveReading> SameRespondent { get; } = Spec.YesNo<WaveReading>("same_respondent", "The wave before had the same respondent", w =>
        w.Before is not { } before ? Cells.Dense(MissingReason.NotApplicable)
        : w.InterviewDay is null || before.InterviewDay is null || w.Respondent is null || before.Respondent is null ? Cells.Dense(MissingReason.InterviewNotDone)
        : Cells.Dense(w.Respondent.Id == before.Respondent.Id));

    /// <summary>One count for each kind of case event, until this wave's interview or, where there was none, until the months are over.</summary>
    public static IEnumerable<ColumnSpec<WaveReading>> Events { get; } =
        [.. Enum.GetValues<CaseEventKind>().Select(kind => Spec.Count<WaveReading>(
            $"n_{EnumWords<CaseEventKind>.Of(kind).Replace('-', '_')}", $"Case events since the wave before: {EnumWords<CaseEventKind>.Of(kind)}",
            w => Counts(w) is { } since ? Cells.Dense(since.Count(w.Family, kind)) : Cells.Dense(Why(w))))];

    private static MissingReason Why(WaveReading wave) =>
        wave.Before is null ? MissingReason.NotApplicable : wave.Reading.MayUseCaseFile ? MissingReason.InterviewNotDone : MissingReason.Withdrawn;

    /// <summary>What may be counted: nothing where the case file was withdrawn from use.</summary>
    private static Between? Counts(WaveReading wave) => wave.Reading.MayUseCaseFile ? wave.Since : null;

    private static short Count(WaveReading wave, Func<Continuity, int> count) =>
        Counts(wave) is not { } since ? Cells.Dense(Why(wave)) : Cells.Dense(since.Continuity is { } c ? count(c) : null, MissingReason.NotDue);
}
