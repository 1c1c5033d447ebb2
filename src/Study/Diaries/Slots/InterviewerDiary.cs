using System.Collections.Immutable;

namespace SosLongitudinal.Study.Diaries.Slots;

/// <summary>Somebody's terms and what their diaries hold over a stretch of months, from the month of its first Monday on.</summary>
public sealed record InterviewerDiary(WorkTerms Terms, ImmutableArray<DiaryEntry> Entries)
{
    public string Account => Terms.Account;

    /// <summary>What takes their time. A hold that ran out is not in the way: a booking settles it when it meets it.</summary>
    public ImmutableArray<DiaryEntry> Taken(DateTimeOffset now) => [.. Entries.Where(e => !e.IsExpired(now)).DistinctBy(e => e.Operation).OrderBy(e => e.From)];

    /// <summary>How many more appointments a week may hold.</summary>
    public int LeftIn(DateOnly monday, IEnumerable<DiaryEntry> taken) => Terms.WeeklyLimit is { } limit ? Math.Max(0, limit - taken.Count(e => e.Week == monday)) : int.MaxValue;
}
