using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>The sites whose families an account may know of.</summary>
[GenerateSerializer, Immutable, Alias("sos.site-scope")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "scope")]
[JsonDerivedType(typeof(Every), "every")]
[JsonDerivedType(typeof(Only), "only")]
public abstract record SiteScope
{
    private SiteScope() { }

    [GenerateSerializer, Immutable, Alias("sos.site-scope.every")]
    public sealed record Every : SiteScope;

    [GenerateSerializer, Immutable, Alias("sos.site-scope.only")]
    public sealed record Only([property: Id(0)] ImmutableArray<SiteCode> Sites) : SiteScope
    {
        public bool Equals(Only? other) => other is not null && Sites.SequenceEqual(other.Sites);

        public override int GetHashCode() => Sites.Aggregate(0, HashCode.Combine);
    }

    public static readonly SiteScope All = new Every();

    public static SiteScope Of(params IEnumerable<SiteCode> sites) => new Only([.. sites.Distinct().Order()]);

    public bool Covers(SiteCode site) => Match(_ => true, only => only.Sites.Contains(site));

    public TResult Match<TResult>(Func<Every, TResult> every, Func<Only, TResult> only) => this switch
    {
        Every e => every(e),
        Only o => only(o),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
