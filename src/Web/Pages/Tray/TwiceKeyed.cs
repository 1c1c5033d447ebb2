using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Pages.Tray;

/// <summary>A form that looks like one which waits already.</summary>
/// <param name="Clashes">What the two say differently.</param>
public sealed record TwiceKeyed(TrayItem There, string Title, ImmutableArray<DraftClash> Clashes, string TimeZone, KeptValues Typed)
{
    public const string View = "/Pages/Tray/_Twice.cshtml";

    public TrayStep Keyed => There.StepsToNow()[^1];
}
