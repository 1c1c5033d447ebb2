using Microsoft.Extensions.Logging;
using SosLongitudinal.Study.Design;
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
        if (now - held.At < Fresh) return held.Frame;
        var newer = await Grain.NewerThan(held.Frame.Version);
        copy = new(newer ?? held.Frame, now);
        return newer ?? held.Frame;
    }

    internal Task Put(StudyDesign design) => Tell(frame => frame.Put(design));

    internal Task Put(Site site) => Tell(frame => frame.Put(site));

    internal Task Put(SocialWorker worker) => Tell(frame => frame.Put(worker));

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
