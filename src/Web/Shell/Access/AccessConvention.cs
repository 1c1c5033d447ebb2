using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>Pages take their row from their folder, endpoints from the task they name; policies are made from the rows.</summary>
internal static class AccessConvention
{
    public static void Apply(PageApplicationModel page)
    {
        var folder = page.ViewEnginePath.Trim('/');
        var task = folder[..Math.Max(0, folder.LastIndexOf('/'))];
        if (AccessTable.Find(task) is not { } row) return; // left without a row it is denied, and the start-up check names it
        page.EndpointMetadata.Add(row);
        page.EndpointMetadata.Add(row.IsPublic ? new AllowAnonymousAttribute() : new AuthorizeAttribute(row.Policy));
    }

    /// <summary>Names the endpoint's task, and with it who may call it.</summary>
    public static TBuilder Task<TBuilder>(this TBuilder endpoint, string task) where TBuilder : IEndpointConventionBuilder
    {
        var row = AccessTable.Of(task);
        endpoint.WithMetadata(row, row.IsPublic ? new AllowAnonymousAttribute() : new AuthorizeAttribute(row.Policy));
        return endpoint;
    }

    public static void AddAccess(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        foreach (var row in AccessTable.Rows)
        {
            authorization.AddPolicy(row.Policy, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => Person.Of(context.User) is { } person && row.Allows(person.Roles)));
        }
    }
}
