using SosLongitudinal.Grains.Reminders;

namespace SosLongitudinal.Web.Shell.Mail;

/// <summary>Wakes the round every minute. What was missed while nothing ran is due at the first round after.</summary>
internal sealed class ReminderClock(IGrainFactory grains, ServeOptions options, TimeProvider clock, ILogger<ReminderClock> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Local is not null) return; // a command that opened the folder for itself sends nothing
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, clock, stoppingToken);
                await grains.ReminderRound().Run();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // the next minute tries again
            {
                log.LogWarning("A round of reminders did not come to its end: {Fault}.", fault.GetType().Name);
            }
        }
    }
}
