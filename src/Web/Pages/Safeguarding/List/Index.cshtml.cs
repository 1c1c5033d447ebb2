using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Web.Pages.Families;

namespace SosLongitudinal.Web.Pages.Safeguarding.List;

/// <summary>Which disclosures there are, without what they say.</summary>
public sealed class IndexModel : FamilyTask
{
    public ImmutableArray<DisclosureStanding> All { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        var standing = await Grains.Disclosures(Family.Id).Standing(Person.AsViewer(), Person.Account.ToString());
        if (standing is not Decision<ImmutableArray<DisclosureStanding>>.Accepted(var all)) return Unavailable(((Decision<ImmutableArray<DisclosureStanding>>.Refused)standing).Why);
        All = all;
        return Page();
    }
}
