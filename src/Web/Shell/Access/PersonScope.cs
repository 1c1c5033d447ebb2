using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>A person's sites as the registers are asked for them.</summary>
public static class PersonScope
{
    /// <summary>The sites whose families exist for this person; <c>null</c>: all.</summary>
    public static ImmutableArray<SiteCode>? Scope(this Person person) => person.Sites.Match<ImmutableArray<SiteCode>?>(_ => null, only => only.Sites);
}
