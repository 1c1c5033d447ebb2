using System.Collections.Immutable;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Api.Tokens;

/// <summary>Access tokens for programs.</summary>
internal static class TokensApi
{
    private const string Tag = "Tokens";

    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tokens", Issue).Task("Api/Tokens/Issue").RequireRateLimiting(RateLimits.SignIn).WithTags(Tag).WithSummary("Issue an access token")
            .Produces<IssuedToken>(StatusCodes.Status201Created).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422).ProducesProblem(429);
        api.MapGet("/account/tokens", (Person person, TokenDoor tokens) => List(person.Account, tokens)).Task("Api/Tokens/Own")
            .Produces<ImmutableArray<TokenLine>>().WithTags(Tag).WithSummary("Your own access tokens: name, scope, when they were made and last used, when they end; never the tokens themselves");
        api.MapDelete("/account/tokens/{token}", (string token, IdempotencyKey key, Person person, TokenDoor tokens, TimeProvider clock) => Revoke(person.Account, token, person.Stamp(key, clock), tokens)).Task("Api/Tokens/RevokeOwn")
            .Produces(204).ProducesProblem(404).WithTags(Tag).WithSummary("Revoke one of your own access tokens");
        api.MapGet("/accounts/{account}/tokens", (string account, TokenDoor tokens) => Of(account, key => List(key, tokens))).Task("Api/Tokens/List")
            .Produces<ImmutableArray<TokenLine>>().ProducesProblem(404).WithTags(Tag).WithSummary("Somebody else's access tokens");
        api.MapDelete("/accounts/{account}/tokens/{token}", (string account, string token, IdempotencyKey key, Person person, TokenDoor tokens, TimeProvider clock) => Of(account, whose => Revoke(whose, token, person.Stamp(key, clock), tokens))).Task("Api/Tokens/Revoke")
            .Produces(204).ProducesProblem(404).WithTags(Tag).WithSummary("Revoke somebody else's access token");
    }

    private static async Task<IResult> List(AccountKey account, TokenDoor tokens) => (await tokens.List(account)).ToResult(lines => Results.Ok(lines));

    private static async Task<IResult> Revoke(AccountKey account, string token, Stamp stamp, TokenDoor tokens) => (await tokens.Revoke(account, token, stamp)).ToResult(_ => Results.NoContent());

    private static Task<IResult> Of(string account, Func<AccountKey, Task<IResult>> act) =>
        AccountKey.TryParse(account, null, out var key) ? act(key) : Task.FromResult(AccountRefusals.Unknown.ToProblem());

    private static async Task<IResult> Issue(TokenRequest request, SignInDoor door, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var let = await door.CheckAll(request.Email, request.Password, request.Code);
        if (let is Decision<SignInUser>.Refused(var why)) return Problems.Of(StatusCodes.Status401Unauthorized, why.Code, why.Sentence, why.Faults);
        var user = ((Decision<SignInUser>.Accepted)let).Value;
        if (SecondFactorGate.Stops((await frames.Current()).Design.RequiresSecondFactor, user.Account.Roles, user.Account.HasSecondFactor)) return SecondFactorRefusals.First.ToProblem();
        var token = BearerToken.New(user.Key, request.Scope);
        var stamp = new Stamp(OperationId.New(), user.Key.ToString(), clock.GetUtcNow());
        var issued = await grains.Account(user.Key).IssueToken(BearerToken.HashOf(token), new(request.Name ?? "", request.Scope, request.Days, user.Account.HasSecondFactor), stamp);
        return issued.ToResult(_ => Results.Json(new IssuedToken(token, request.Scope, request.Days is { } days ? stamp.At.AddDays(days) : null), statusCode: StatusCodes.Status201Created));
    }
}

/// <param name="Name">What the token is for, so that it can be recognised and revoked later.</param>
/// <param name="Scope">extract: extracts, releases and codebooks only, as 32 hexadecimal digits, which REDCap's clients take too.</param>
/// <param name="Days">How long it holds; until it is revoked where nothing is said.</param>
/// <param name="Code">The six digits of the authenticator app, or a recovery code, where the account has a second factor.</param>
internal sealed record TokenRequest(string? Email = null, string? Password = null, string? Name = null, TokenScope Scope = TokenScope.ReadAndWrite, int? Days = null, string? Code = null);

/// <param name="Token">Send it as <c>Authorization: Bearer</c>. It is shown this once.</param>
internal sealed record IssuedToken(string Token, TokenScope Scope, DateTimeOffset? ExpiresAt);
