using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Api.Tokens;

/// <summary>Access tokens for programs.</summary>
internal static class TokensApi
{
    public static void MapTokens(this IEndpointRouteBuilder api) => api
        .MapPost("/tokens", Issue).Task("Api/Tokens/Issue").RequireRateLimiting(RateLimits.SignIn)
        .WithTags("Tokens").WithSummary("Issue an access token")
        .Produces<IssuedToken>(StatusCodes.Status201Created).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422).ProducesProblem(429);

    private static async Task<IResult> Issue(TokenRequest request, SignInDoor door, IGrainFactory grains, StudyFrames frames, TimeProvider clock)
    {
        var let = await door.CheckAll(request.Email, request.Password, request.Code);
        if (let is Decision<SignInUser>.Refused(var why)) return Problems.Of(StatusCodes.Status401Unauthorized, why.Code, why.Sentence, why.Faults);
        var user = ((Decision<SignInUser>.Accepted)let).Value;
        if (SecondFactorGate.Stops((await frames.Current()).Design.RequiresSecondFactor, user.Account.Roles, user.Account.HasSecondFactor)) return SecondFactorRefusals.First.ToProblem();
        var token = request.Scope == TokenScope.Extract ? BearerToken.NewShort(user.Key) : BearerToken.New(user.Key);
        var stamp = new Stamp(OperationId.New(), user.Key.ToString(), clock.GetUtcNow());
        var issued = await grains.Account(user.Key).IssueToken(BearerToken.HashOf(token), request.Name ?? "", request.Scope, stamp, request.Days);
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
