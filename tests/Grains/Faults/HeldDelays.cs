namespace SosLongitudinal.Tests.Grains.Faults;

/// <summary>The system's clock, except that waits of one chosen length end when the test says so: the silo's own timers go on.</summary>
public sealed class HeldDelays(TimeSpan length) : TimeProvider
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(TimerCallback Callback, object? State)> held = [];

    /// <summary>Somebody waits.</summary>
    public Task Begun => begun.Task;

    public void End()
    {
        lock (held) foreach (var (callback, state) in held) callback(state);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != length) return base.CreateTimer(callback, state, dueTime, period);
        lock (held) held.Add((callback, state));
        begun.TrySetResult();
        return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
