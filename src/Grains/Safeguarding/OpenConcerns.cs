using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;

namespace SosLongitudinal.Grains.Safeguarding;

/// <summary>A disclosure that nobody has passed on, by family and day.</summary>
public sealed record OpenConcern(FamilyId Family, SiteCode Site, DisclosureStanding Disclosure);

/// <summary>Disclosures that nobody has passed on, at the sites that somebody may see.</summary>
public sealed class OpenConcerns(IGrainFactory grains)
{
    public async Task<ImmutableArray<OpenConcern>> At(Func<SiteCode, bool> site)
    {
        var found = ImmutableArray.CreateBuilder<OpenConcern>();
        foreach (var family in await grains.DisclosureWatch().Open()) // few: one that is not passed on is an exception
            if (await grains.Family(family.Family).Site() is { } at && site(at)) found.AddRange(family.Open.Select(d => new OpenConcern(family.Family, at, d)));
        return found.DrainToImmutable();
    }
}
