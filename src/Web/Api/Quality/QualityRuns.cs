using System.Collections.Immutable;
using System.Diagnostics;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Quality;

/// <summary>Runs of the quality rules over all families; remembers the last one of this process.</summary>
public sealed class QualityRuns(QualityRegisters registers, StudyFrames frames, TimeProvider clock)
{
    public QualityRun? Last { get; private set; }

    /// <summary>Every shard checks what has changed since it was last asked.</summary>
    /// <remarks>A run over some sites only is not remembered.</remarks>
    public async Task<QualityRun> Run(DateOnly? asOf = null, ImmutableArray<SiteCode>? scope = null)
    {
        var watch = Stopwatch.StartNew();
        var now = clock.GetUtcNow();
        var page = await registers.Check(new() { Scope = scope, AsOf = asOf, Take = 0 });
        var day = asOf ?? (await frames.Current()).Design.Today(now);
        var run = new QualityRun(now, day, page.Families, page.Counts.Sum(c => c.Open), page.Counts.Sum(c => c.Dismissed), Math.Round(watch.Elapsed.TotalSeconds, 2));
        return scope is null ? Last = run : run;
    }
}

/// <summary>A run each night at three, in the study's time zone.</summary>
internal sealed class NightlyQuality(QualityRuns runs, StudyFrames frames, TimeProvider clock, ILogger<NightlyQuality> log) : BackgroundService
{
    private static readonly TimeOnly Night = new(3, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(UntilNight(), clock, stoppingToken);
                var run = await runs.Run();
                log.LogInformation("Quality rules looked at {Families} families: {Open} hits stand, {Dismissed} are set aside.", run.Families, run.Open, run.Dismissed);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // the next night tries again; lists check by themselves when they are opened
            {
                log.LogWarning(fault, "The nightly run of quality rules did not come to its end.");
            }
        }
    }

    private TimeSpan UntilNight()
    {
        var now = clock.GetUtcNow();
        return LocalTimes.Next(frames.Latest.Design.TimeZone, now, Night) - now;
    }
}
