using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What matters about a person who asks for something of a family: their account is the stamp's.</summary>
/// <param name="Office">Coordinator or administrator.</param>
/// <param name="Interviewer">Interviewer; has to do with the families that they meet.</param>
/// <param name="Sites">Their sites; <c>null</c>: all.</param>
[GenerateSerializer, Immutable, Alias("sos.family-viewer")]
public sealed record FamilyViewer([property: Id(0)] bool Office, [property: Id(1)] bool Interviewer, [property: Id(2)] ImmutableArray<SiteCode>? Sites)
{
    public bool Sees(SiteCode site) => Sites is not { } sites || sites.Contains(site);
}
