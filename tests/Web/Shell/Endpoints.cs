using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
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
    public static string Address(RouteEndpoint endpoint, IReadOnlyDictionary<string, string> values)
    {
        var (address, before) = ("", "");
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            var text = string.Concat(segment.Parts.Select(part => part switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                RoutePatternParameterPart parameter => Uri.EscapeDataString(ValueOf(parameter, before, values, endpoint)),
                _ => "",
            }));
            address += $"/{text}";
            before = text;
        }
        return address.Length > 1 ? address.TrimEnd('/') : "/";
    }

    private static string ValueOf(RoutePatternParameterPart parameter, string before, IReadOnlyDictionary<string, string> values, RouteEndpoint endpoint) =>
        values.GetValueOrDefault($"{before}/{parameter.Name}") ?? values.GetValueOrDefault(parameter.Name)
        ?? (parameter.IsOptional || parameter.Default is not null || parameter.IsCatchAll ? "" : throw new KeyNotFoundException($"RouteValues has no value for '{parameter.Name}' of {endpoint.RoutePattern.RawText}."));
}
