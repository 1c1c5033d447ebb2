using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families;

namespace SosLongitudinal.Web.Pages.Consent;

/// <summary>Where the page about consent is, and where each check is done.</summary>
public static class ConsentLinks
{
    public const string Checks = "/consent-checks";

    public static string ChecksFor(string site, string kind, FamilyId after) => $"{Checks}?site={Uri.EscapeDataString(site)}&kind={Uri.EscapeDataString(kind)}&after={after}";

    public static string Do(FamilyId family, ConsentCheck check) => check switch
    {
        { Kind: ConsentCheckKind.Responsibility, Member: { } child } => FamiliesLinks.Responsibility(child),
        { Kind: ConsentCheckKind.Assent, Member: { } child } => FamiliesLinks.Assent(child),
        { Kind: ConsentCheckKind.OwnConsent, Member: { } person } => $"{FamiliesLinks.Consent(family)}?about={person}&givenBy={person}",
        _ => FamiliesLinks.Erase(family),
    };

    public static string TaskOf(ConsentCheckKind kind) => kind switch
    {
        ConsentCheckKind.Responsibility => "Families/CheckResponsibility",
        ConsentCheckKind.Assent => "Families/RecordAssent",
        ConsentCheckKind.OwnConsent => "Families/RecordConsent",
        _ => "Families/Erase",
    };
}
