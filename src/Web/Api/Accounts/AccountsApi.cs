using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Accounts;

/// <summary>One's own account, and what an administrator asks of all.</summary>
internal static class AccountsApi
{
    private const string Tag = "Accounts";

    public static void MapAccounts(this RouteGroupBuilder api)
    {
        api.MapGet("/account", Own).Task("Api/Accounts/Own").Produces<OwnAccount>().WithTags(Tag).WithSummary("Whose token this is: name, roles, sites, second factor");
        api.MapGet("/accounts", List).Task("Api/Accounts/List").Produces<AccountView[]>().WithTags(Tag).WithSummary("Every account: roles, sites, whether it has a second factor, whether it is closed");
        api.MapPost("/accounts/{account}/second-factor/reset", Reset).Task("Api/Accounts/ResetSecondFactor").Produces(204).ProducesProblem(404).ProducesProblem(422)
            .WithTags(Tag).WithSummary("Take away the second factor of somebody who lost it, with a reason that stays on record");
        api.MapPut("/study/second-factor", Require).Task("Api/Study/SecondFactor").Produces<SecondFactorDemand>().WithTags(Tag).WithSummary("Require a second factor of everybody whose role shows contact details, or no longer");
    }

    private static async Task<IResult> Own(Person person, IGrainFactory grains)
    {
        var account = await grains.Account(person.Account).Read();
        return Results.Ok(new OwnAccount(person.Account.ToString(), person.Name, [.. person.Roles.Each()], Names(person.Sites), account.HasSecondFactor));
    }

    private static async Task<IResult> List(IGrainFactory grains) => Results.Ok((await grains.Accounts().All())
        .Select(line => new AccountView(line.Key.ToString(), line.Name, [.. line.Roles.Each()], Names(line.Sites), line.HasSecondFactor, line.IsClosed)));

    private static string[]? Names(SiteScope sites) => sites.Match<string[]?>(_ => null, only => [.. only.Sites.Select(s => s.ToString())]);

    private static async Task<IResult> Reset(string account, ResetBody body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        !AccountKey.TryParse(account, null, out var whose)
            ? AccountRefusals.Unknown.ToProblem()
            : (await grains.SecondFactor(whose).Reset(person.Stamp(key, clock, body.Why?.Trim()))).ToResult(_ => Results.NoContent());

    private static async Task<IResult> Require(SecondFactorDemand body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
        (await grains.StudyAccess().RequireSecondFactor(body.Required, person.Stamp(key, clock))).ToResult(design => Results.Ok(new SecondFactorDemand(design.RequiresSecondFactor)));
}

/// <param name="Sites">The sites whose families it may know of; none named: all.</param>
internal sealed record OwnAccount(string Account, string Name, Roles[] Roles, string[]? Sites, bool HasSecondFactor);

/// <param name="Sites">The sites whose families it may know of; none named: all.</param>
internal sealed record AccountView(string Account, string Name, Roles[] Roles, string[]? Sites, bool HasSecondFactor, bool IsClosed);

/// <param name="Why">What was lost, and how the administrator knows that it is them.</param>
internal sealed record ResetBody(string? Why = null);

internal sealed record SecondFactorDemand(bool Required);
