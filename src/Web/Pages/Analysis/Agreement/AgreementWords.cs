using System.Globalization;
using SosLongitudinal.Analysis.Statistics;

namespace SosLongitudinal.Web.Pages.Analysis.Agreement;

/// <summary>Shares and kappas as they are printed, each with its interval.</summary>
public static class AgreementWords
{
    /// <summary><c>1.2 to 3.4</c>, in percent.</summary>
    public static string Percent(Interval? interval) => interval is { } i ? $"{Number(100 * i.Low, 1)} to {Number(100 * i.High, 1)}" : "-";

    /// <summary><c>0.68 (0.51 to 0.85)</c></summary>
    public static string Words(Kappa? kappa) => kappa is null ? "-" : $"{Number(kappa.Value, 2)} ({Number(kappa.Interval.Low, 2)} to {Number(kappa.Interval.High, 2)})";

    private static string Number(double number, int decimals) => number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
