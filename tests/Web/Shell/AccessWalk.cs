using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Tests.Web.Shell;

/// <summary>Every endpoint, by every role, at their own site and at another, and signed out.</summary>
public sealed class AccessWalk(RunningStudy study)
{
    public static TheoryData<Roles> EachRole => [.. Roles.All.Each()];

    [Theory]
    [MemberData(nameof(EachRole))]
    public async Task Each_endpoint_lets_in_whom_its_row_names_and_nobody_else(Roles role)
    {
        var visitor = await study.At(RunningStudy.OwnSite, role);
        var faults = new List<string>();
        foreach (var (method, endpoint, row) in Endpoints.All(study).Where(e => !e.Row.IsPublic && !ChangesSignIn(e.Row)))
        {
            var own = await Ask(visitor, method, Endpoints.Address(endpoint, await RouteValues.At(study, RunningStudy.OwnSite)));
            if ((int)own >= 500 || (row.Allows(role) ? IsShutOut(own) : !IsShutOut(own))) faults.Add($"{method} {endpoint.RoutePattern.RawText} at their own site: {own}");
            if (row.Reach != Reach.OwnSites || !row.Allows(role) || !HasSite(endpoint)) continue;
            var other = await Ask(visitor, method, Endpoints.Address(endpoint, await RouteValues.At(study, RunningStudy.OtherSite)));
            // what cannot be read at all may be refused before anything is looked up
            if (other != HttpStatusCode.NotFound && (method == "GET" || other is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity))) faults.Add($"{method} {endpoint.RoutePattern.RawText} at another site: {other}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Signed_out_only_public_endpoints_answer()
    {
        using var visitor = study.SignedOut();
        var faults = new List<string>();
        foreach (var (method, endpoint, row) in Endpoints.All(study))
        {
            var answer = await Ask(visitor, method, Endpoints.Address(endpoint, await RouteValues.At(study, RunningStudy.OwnSite)));
            var isShutOut = answer is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized;
            if ((int)answer >= 500) faults.Add($"{method} {endpoint.RoutePattern.RawText}: {answer}");
            if (row.IsPublic ? isShutOut && !Refuses(row) : !isShutOut && !(row.Task == "Api/Redcap/Read" && answer == HttpStatusCode.Forbidden)) faults.Add($"{method} {endpoint.RoutePattern.RawText}: {answer}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void Contact_details_are_for_coordinators_administrators_and_interviewers()
    {
        var allowed = Roles.Coordinator | Roles.Administrator | Roles.Interviewer;
        Assert.All(AccessTable.Rows.Where(r => r.ShowsContactDetails), row => Assert.Equal(Roles.None, row.Roles & ~allowed));
    }

    [Fact]
    public void Every_row_of_the_table_is_used_by_some_endpoint() =>
        Assert.Equal([], AccessTable.Rows.Select(r => r.Task).Except(Endpoints.All(study).Select(e => e.Row.Task), StringComparer.OrdinalIgnoreCase));

    /// <summary>Public all the same: it says 401 to an empty password, and leads away from pages that are done with.</summary>
    private static bool Refuses(AccessRow row) => row.Task.StartsWith("Accounts/", StringComparison.Ordinal) || row.Task == "Api/Tokens/Issue";

    private static bool ChangesSignIn(AccessRow row) => row.Task is "Accounts/SignOut";

    private static bool HasSite(Microsoft.AspNetCore.Routing.RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Any(p => p.Name is "family" or "id" or "site" or "member" or "worker");

    private static bool IsShutOut(HttpStatusCode status) => status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;

    /// <summary>Pages get their form token and nothing else; the API gets the visitor's bearer token, or none. Being let in may still end in a refusal of the empty form.</summary>
    private async Task<HttpStatusCode> Ask(Visitor visitor, string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method is "POST" or "PUT") request.Content = address.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", null, "application/json") : new FormUrlEncodedContent([]);
        if ((address.StartsWith("/api/", StringComparison.Ordinal) || address.StartsWith("/redcap/", StringComparison.Ordinal)) && await visitor.Token(study) is { } token) request.Headers.Authorization = new("Bearer", token);
        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
