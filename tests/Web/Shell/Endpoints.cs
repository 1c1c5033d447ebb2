using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Tests.Web.Shell;

/// <summary>Every endpoint of the running application with an address that can be asked for, so that new ones are walked without being listed anywhere.</summary>
internal static class Endpoints
{
    /// <summary>Every endpoint and method.</summary>
    public static IEnumerable<(string Method, RouteEndpoint Endpoint, AccessRow Row)> All(RunningStudy study) =>
        from endpoint in study.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText?.StartsWith("/_", StringComparison.Ordinal) != true
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, endpoint, endpoint.Metadata.GetMetadata<AccessRow>()!);

    /// <summary>The endpoint's address with its route values filled in.</summary>
    public static string Address(RouteEndpoint endpoint, IReadOnlyDictionary<string, string> values) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => values.TryGetValue(parameter.Name, out var value)
                ? Uri.EscapeDataString(value)
                : parameter.IsOptional || parameter.Default is not null || parameter.IsCatchAll ? "" : throw new KeyNotFoundException($"RouteValues has no value for '{parameter.Name}' of {endpoint.RoutePattern.RawText}."),
            _ => "",
        })))).TrimEnd('/');
}
