namespace SosLongitudinal.Web.Shell.Drafts;

/// <summary>Once a day, what is too old goes.</summary>
internal sealed partial class DraftSweep(DraftStore drafts, TimeProvider clock, ILogger<DraftSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await drafts.Sweep(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "Old drafts were not deleted; it is tried again tomorrow.")]
    private partial void Failed(Exception fault);
}
