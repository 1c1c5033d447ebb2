using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using SosLongitudinal.Study.Sheets;

namespace SosLongitudinal.Web.Pages.Sheets;

/// <summary>A bar code as one drawn path: a module is one unit wide, with the quiet zones of ten modules that readers need on either side.</summary>
internal static class Barcode
{
    private const int Quiet = 10;
    private const int Height = 48;

    public static IHtmlContent Of(string text)
    {
        var (path, x, isBar) = (new StringBuilder(), Quiet, true);
        foreach (var width in Code128.Widths(text).Select(c => c - '0'))
        {
            if (isBar) path.Append(CultureInfo.InvariantCulture, $"M{x} 0h{width}v{Height}h-{width}z");
            (x, isBar) = (x + width, !isBar);
        }
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"""<svg class="barcode" viewBox="0 0 {x + Quiet} {Height}" preserveAspectRatio="none" shape-rendering="crispEdges" role="img" aria-label="Bar code"><path d="{path}"/></svg>"""));
    }
}
