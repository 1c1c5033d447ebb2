using Microsoft.Extensions.Logging;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Grains.Studies;

/// <summary>This silo's copy of the frame: at most a second old, and never older than what this silo itself has put.</summary>
public sealed class StudyFrames(IGrainFactory grains, TimeProvider clock, ILogger<StudyFrames> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private volatile Copy copy = new(new StudyFrame { Version = -1 }, DateTimeOffset.MinValue);

    /// <summary>The last copy, for pages that must stand while nothing answers.</summary>
    public StudyFrame Latest => copy.Frame;

    public async ValueTask<StudyFrame> Current()
    {
        var now = clock.GetUtcNow();
        var held = copy;
        return now - held.At < Fresh ? held.Frame : await Newest() ?? held.Frame;
    }

    /// <summary>
    /// Decides on the frame at hand. What would be refused is decided once more where the frame has changed meanwhile: a worker whom another silo registered
    /// half a second ago is known.
    /// </summary>
    public async Task<Decision<T>> Decide<T>(Func<StudyFrame, Task<Decision<T>>> decide)
    {
        var decision = await decide(await Current());
        return decision is Decision<T>.Refused && await Newest() is { } newer ? await decide(newer) : decision;
    }

    /// <summary>The frame as it stands now, or <c>null</c> where the copy at hand is that.</summary>
    private async ValueTask<StudyFrame?> Newest()
    {
        var (held, now) = (copy, clock.GetUtcNow());
        var newer = await Grain.NewerThan(held.Frame.Version);
        copy = new(newer ?? held.Frame, now);
        return newer;
    }

    internal Task Put(StudyDesign design) => Tell(frame => frame.Put(design));

    internal Task Put(Site site) => Tell(frame => frame.Put(site));

    internal Task Put(SocialWorker worker) => Tell(frame => frame.Put(worker));

    internal Task Put(StudyInstrument instrument) => Tell(frame => frame.Put(instrument));

    internal Task Put(FocusGroup group) => Tell(frame => frame.Put(group));

    private IFrame Grain => grains.GetGrain<IFrame>(0);

    /// <summary>A lost put never changes an answer: the frame reads the store again every few minutes.</summary>
    private async Task Tell(Func<IFrame, Task> put)
    {
        try
        {
            await put(Grain).WaitAsync(Fresh);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "The frame was not told of a change; it heals at its next reload.");
        }
        copy = copy with { At = DateTimeOffset.MinValue };
    }

    private sealed record Copy(StudyFrame Frame, DateTimeOffset At);
}
