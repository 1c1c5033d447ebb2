using System.Globalization;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>
/// How far work has come where nobody sees a bar move: a line for each further tenth. Work that is done within a few seconds says nothing, so that the logs of
/// many small commands hold what they came to and no more.
/// </summary>
public sealed class PlainProgress(TextWriter to, TimeProvider clock)
{
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private readonly Lock turn = new();
    private readonly long begun = clock.GetTimestamp();
    private double last;
    private int said;

    public void Report(string words, double share)
    {
        lock (turn)
        {
            if (share < last) said = 0; // the next stretch of work begins
            last = share;
            var tenths = (int)(share * 10 + 1e-9);
            if (tenths <= said || clock.GetElapsedTime(begun) < Silence) return;
            said = tenths;
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words} ({tenths * 10} %)"));
        }
    }
}
