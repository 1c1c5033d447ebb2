namespace SosLongitudinal.Tests.Story.Telling;

/// <summary>Stands still at ten in the morning, UTC, of the day that the story has reached. Timers go by the machine's own clock.</summary>
internal sealed class StoryClock : TimeProvider
{
    public DateOnly Day { get; private set; } = new(2026, 1, 1);

    public DateTimeOffset Now => new(Day, new(10, 0), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void GoTo(DateOnly day) => Day = day >= Day ? day : throw new ArgumentOutOfRangeException(nameof(day), $"The story has already reached {Day:O}.");
}
