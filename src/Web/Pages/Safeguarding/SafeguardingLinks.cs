using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Safeguarding;

/// <summary>Where the pages about disclosures of harm are.</summary>
public static class SafeguardingLinks
{
    public static string List(FamilyId family) => $"/families/{family}/disclosures";
    public static string Record(FamilyId family) => $"/families/{family}/disclosures/record";
    public static string Show(FamilyId family, int number) => $"/families/{family}/disclosures/{number}";
    public static string PassOn(FamilyId family, int number) => $"/families/{family}/disclosures/{number}?handler=PassOn";
}
