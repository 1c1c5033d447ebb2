using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.FocusGroups;

/// <summary>An answer of the API.</summary>
public sealed record Said(HttpStatusCode Status, JsonElement Body)
{
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public JsonElement Group => Body.GetProperty("group");

    public IEnumerable<string> With(Func<JsonElement, bool> which) => Body.GetProperty("invitations").EnumerateArray().Where(which).Select(i => i.GetProperty("invitee").GetString()!);

    public IEnumerable<string> Seated => With(i => i.GetProperty("hasSeat").GetBoolean());

    public IEnumerable<string> Waiting => With(i => i.GetProperty("waits").GetBoolean());

    public string? OffOf(string invitee) => Body.GetProperty("invitations").EnumerateArray().First(i => i.GetProperty("invitee").GetString() == invitee).GetProperty("off") is { ValueKind: JsonValueKind.String } off ? off.GetString() : null;
}

/// <summary>What the tests of focus groups ask of the API.</summary>
public static class GroupCalls
{
    public static async Task<Said> Ask(this RunningStudy study, HttpMethod method, string path, object? body = null, Roles roles = Roles.Coordinator, SiteCode? at = null, string? key = null)
    {
        var visitor = await study.At(at ?? RunningStudy.OwnSite, roles);
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await visitor.Token(study));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var api = new HttpClient { BaseAddress = study.Address };
        using var response = await api.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public static Task<Said> Get(this RunningStudy study, FocusGroup group, Roles roles = Roles.Coordinator, SiteCode? at = null) => study.Ask(HttpMethod.Get, $"/focus-groups/{group.Id}", roles: roles, at: at);

    public static Task<Said> Post(this RunningStudy study, FocusGroup group, string what, object? body = null, string? key = null) => study.Ask(HttpMethod.Post, $"/focus-groups/{group.Id}/{what}", body ?? new { }, key: key);

    public static Task<Said> Draw(this RunningStudy study, FocusGroup group, int howMany, string way = "letter", string? key = null) => study.Post(group, "draws", new { howMany, way }, key);

    public static Task<Said> Invite(this RunningStudy study, FocusGroup group, object invitee, string way = "letter") => study.Post(group, "invitations", new { invitee = $"{invitee}", way });

    public static string Parent(FamilyState family) => $"{family.Parent().Id}";
}
