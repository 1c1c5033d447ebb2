using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Shared;

/// <summary>
/// From the id in an address to the family behind it: a mistyped id is refused before anything is looked up, and a family of another site does not exist
/// for the person who asks.
/// </summary>
public sealed class FamilyScope(IGrainFactory grains)
{
    /// <summary>The id for a command, where the family is at one of the person's sites. Who sees all sites is told by the rule that there is no such family.</summary>
    public async ValueTask<Decision<FamilyId>> Id(string text, Person person)
    {
        if (!FamilyId.TryParse(text, null, out var id)) return FamilyRefusals.NotAnId;
        if (person.Scope() is null) return id;
        return await grains.Family(id).Site() is { } site && person.MaySee(site) ? id : FamilyRefusals.Unknown;
    }

    public async Task<Decision<FamilyState>> Family(string text, Person person)
    {
        if (!FamilyId.TryParse(text, null, out var id)) return FamilyRefusals.NotAnId;
        return await grains.Family(id).Read() is { } family && person.MaySee(family.Site) ? family : FamilyRefusals.Unknown;
    }
}
