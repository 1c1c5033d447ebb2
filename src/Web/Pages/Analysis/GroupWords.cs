using System.Globalization;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>Groups of a result by the names that people know them by, and numbers as they are printed.</summary>
public static class GroupWords
{
    public static string Heading(string by) => by switch
    {
        "all" => "All",
        "site" => "By site at enrolment",
        "band" => "By experience band of the site",
        "cohort" => "By cohort",
        "worker change" => "By change of social worker in the months between",
        "any agency" => "By agency staff holding the case",
        _ => by,
    };

    public static string Of(StudyFrame frame, string by, string group) => by switch
    {
        "all" => "All families",
        "site" => SiteCode.TryParse(group, null, out var site) && frame.Sites.GetValueOrDefault(site) is { } known ? known.Name : group,
        "band" => frame.Design.Bands.FirstOrDefault(b => b.Code == group)?.Label ?? Sentence(group),
        "cohort" => frame.Design.Cohorts.FirstOrDefault(c => $"{c.Code}" == group)?.Name ?? Sentence(group),
        "worker change" => group switch
        {
            "none" => "No change",
            "one" => "One change",
            "two-or-more" => "Two or more changes",
            "unallocated" => "Unallocated for a time",
            "closed" => "Case closed",
            "not-over" => "Months not over yet",
            _ => "Not known",
        },
        "any agency" => group switch { "yes" => "Some agency staff", "no" => "No agency staff", _ => "Not known" },
        _ => Sentence(group),
    };

    public static string Percent(double? percent) => percent is { } p ? p.ToString("F1", CultureInfo.InvariantCulture) + "%" : "-";

    public static string Number(double? number, int decimals = 1) => number is { } n && double.IsFinite(n) ? n.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "-";

    /// <summary><c>0.8 (-1.2 to 2.8)</c></summary>
    public static string Interval(Difference? difference) =>
        difference is null ? "-" : $"{Number(difference.Value)} ({Number(difference.Low)} to {Number(difference.High)})";

    private static string Sentence(string words) => words.Length == 0 ? "Not known" : char.ToUpperInvariant(words[0]) + words[1..].Replace('-', ' ');
}
