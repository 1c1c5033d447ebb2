using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Web.Pages.Queries;

/// <summary>Where the pages about queries are.</summary>
public static class QueriesLinks
{
    public const string List = "/queries";

    public static string Show(FamilyId family, FormPlace place, int number) => $"{FormsLinks.Show(family, place)}/queries/{number}";

    public static string Open(FamilyId family, FormPlace place, string? item = null) => $"{FormsLinks.Show(family, place)}/queries/open{(item is null ? "" : $"?item={Uri.EscapeDataString(item)}")}";

    public static string Remark(FamilyId family, FormPlace place, int number, QueryStep step) => $"{Show(family, place, number)}/remark?step={step}";
}

/// <summary>What a remark does to its query.</summary>
public enum QueryStep { Answer = 0, Close = 1, Reopen = 2 }
