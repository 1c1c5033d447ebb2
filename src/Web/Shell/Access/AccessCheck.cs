namespace SosLongitudinal.Web.Shell.Access;

/// <summary>At start: an endpoint without a row in the access table is a fault of the program, not something to find out later.</summary>
internal static class AccessCheck
{
    public static void EveryEndpointHasItsRow(IEndpointRouteBuilder routes)
    {
        var unlisted = routes.DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRow>() is null)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText)
            .ToList();
        if (unlisted.Count > 0) throw new InvalidOperationException($"Without a row in the access table: {string.Join(", ", unlisted)}.");
    }
}
