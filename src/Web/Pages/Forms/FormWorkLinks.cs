using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>Where the pages are that do something to a form after it was entered.</summary>
public static class FormWorkLinks
{
    public const string Papers = "/forms/papers";

    public static string Edit(FamilyId family, FormPlace place) => $"{FormsLinks.Show(family, place)}/edit";

    /// <summary>Straight to one item.</summary>
    public static string Edit(FamilyId family, FormPlace place, string item) => $"{Edit(family, place)}#answer-{item}";

    public static string Move(FamilyId family, FormPlace place) => $"{FormsLinks.Show(family, place)}/move";

    public static string MoveFamily(FamilyId family, FormPlace place) => $"{FormsLinks.Show(family, place)}/move-family";

    public static string Lock(FamilyId family, FormPlace place) => $"{FormsLinks.Show(family, place)}/lock";

    public static string NotePaper(FamilyId family, FormPlace place) => $"{FormsLinks.Show(family, place)}/paper";
}
