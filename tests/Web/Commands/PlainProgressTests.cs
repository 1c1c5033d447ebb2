using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class PlainProgressTests
{
    private readonly StringWriter said = new();
    private readonly HandClock clock = new();

    [Fact]
    public void Long_work_in_a_pipe_says_a_line_for_each_further_tenth_of_each_stretch()
    {
        var progress = new PlainProgress(said, clock);
        clock.Now += PlainProgress.Silence;
        foreach (var done in (int[])[0, 4, 10, 11, 19, 35, 39, 100]) progress.Report($"Checking {done} of 100", done / 100.0);
        foreach (var done in (int[])[0, 3, 20]) progress.Report($"Saving {done} of 100", done / 100.0);
        Assert.Equal(["Checking 10 of 100 (10 %)", "Checking 35 of 100 (30 %)", "Checking 100 of 100 (100 %)", "Saving 20 of 100 (20 %)"], Lines);
    }

    [Fact]
    public void Work_that_is_soon_done_says_nothing()
    {
        var progress = new PlainProgress(said, clock);
        for (var done = 0; done <= 10; done++)
        {
            progress.Report($"{done}", done / 10.0);
            clock.Now += PlainProgress.Silence / 20;
        }
        Assert.Empty(Lines);
    }

    private string[] Lines => said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private sealed class HandClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
