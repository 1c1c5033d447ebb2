using System.Xml.XPath;

namespace SosLongitudinal.Study.Quality;

/// <summary>From one form of a family's document to another.</summary>
internal static class OtherForms
{
    /// <summary>
    /// What stands in the form of an instrument at a wave, at that of the form looked at where none is named: about the same subject and from the same respondent
    /// before about the same subject before the only one that there is. Empty where there is none, or nothing in it.
    /// </summary>
    public static string Answer(XPathNavigator at, string instrument, string item, string? wave)
    {
        var form = at.Clone();
        while (form.Name != "form") if (!form.MoveToParent()) return "";
        var family = form.Clone();
        family.MoveToParent();
        var there = family.SelectChildren("form", "").Cast<XPathNavigator>().Where(f => Of(f, "instrument") == instrument && Of(f, "wave") == (wave ?? Of(form, "wave"))).Select(f => f.Clone()).ToList();
        var about = there.Where(f => Of(f, "subject") == Of(form, "subject")).ToList();
        var found = about.Find(f => Of(f, "respondent") == Of(form, "respondent")) ?? (about.Count > 0 ? about[0] : there.Count == 1 ? there[0] : null);
        return found is not null && found.MoveToChild(item, "") ? found.Value : "";
    }

    private static string Of(XPathNavigator form, string name) => form.GetAttribute(name, "");
}
