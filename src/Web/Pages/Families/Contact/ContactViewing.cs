using System.Collections.Immutable;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Families.Contact;

/// <summary>What of a person decides whether they may come near contact details.</summary>
internal static class ContactViewing
{
    public static ContactViewer ContactViewer(this Person person) =>
        new(person.Is(Roles.Coordinator | Roles.Administrator), person.Is(Roles.Interviewer), person.Sites.Match(_ => (ImmutableArray<SiteCode>?)null, only => only.Sites));
}
