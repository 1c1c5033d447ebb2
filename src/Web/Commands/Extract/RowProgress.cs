using System.Diagnostics;
using System.Globalization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Extract;

/// <summary>Shows how many rows of an extract are through, as the study tells of them; where it does not, the bytes that came are shown.</summary>
internal static class RowProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="fetch">Fetches the file, told what to add to the address and where to show the bytes.</param>
    public static Task<Decision<TakenFile>> Show(StudyClient study, Func<string, Action<string, double>, Task<Decision<TakenFile>>> fetch, CancellationToken cancellation) => ProgressLine.Show(study, "Asking", async show =>
    {
        if (study.IsQuiet) return await fetch("", show);
        var (id, known) = (Guid.NewGuid(), false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var polling = Poll();
        try
        {
            return await fetch($"{id}", (words, share) => { if (!known) show(words, share); });
        }
        finally
        {
            await stop.CancelAsync();
            await polling;
        }

        async Task Poll()
        {
            var clock = Stopwatch.StartNew();
            try
            {
                while (true)
                {
                    await Task.Delay(Pause, stop.Token);
                    if (await study.Get<ExtractStep>($"extracts/progress/{id}", stop.Token) is not Decision<ExtractStep>.Accepted { Value: var step }) continue;
                    known = true;
                    var pace = (step.Rows / Math.Max(0.001, clock.Elapsed.TotalSeconds)).ToString("N0", CultureInfo.InvariantCulture);
                    show($"{step.Doing} {step.Rows.ToString("N0", CultureInfo.InvariantCulture)}{(step.Of is { } of ? $" of {of.ToString("N0", CultureInfo.InvariantCulture)}" : "")} rows, {pace} rows/s", step.Of is > 0 and var all ? Math.Min(1, (double)step.Rows / all) : 0);
                }
            }
            catch (OperationCanceledException)
            {
                // the file is there, or nobody waits any more
            }
        }
    });
}
