using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>Collects what is recorded about one family, in any order of days.</summary>
internal sealed class FamilyHistory(FamilyId id, string operationPrefix)
{
    private readonly List<(DateOnly Day, string By, string? Why, ImmutableArray<FamilyFact> Facts)> entries = new(40);

    public FamilyId Id => id;

    public void Add(DateOnly day, string by, params ReadOnlySpan<FamilyFact> facts) => entries.Add((day, by, null, ImmutableArray.Create(facts)));

    public void Because(string why, DateOnly day, string by, FamilyFact fact) => entries.Add((day, by, why, [fact]));

    /// <summary>The acts in order of their days; within a day as they were added, a few minutes apart in working hours.</summary>
    public DemoFamily Told()
    {
        var acts = ImmutableArray.CreateBuilder<DemoAct<FamilyFact>>(entries.Count);
        var (day, minute) = (DateOnly.MinValue, 0);
        foreach (var entry in entries.OrderBy(e => e.Day.DayNumber))
        {
            (day, minute) = entry.Day == day ? (day, minute + 7) : (entry.Day, 0);
            var at = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero).AddMinutes(minute);
            acts.Add(new(new(new($"{operationPrefix}{acts.Count + 1}"), entry.By, at, entry.Why), entry.Facts));
        }
        return new(id, acts.MoveToImmutable());
    }
}
