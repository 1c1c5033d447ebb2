using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SosLongitudinal.Extracts.Redcap;
using SosLongitudinal.Web.Api.Redcap;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Signs an API request in by its <c>Authorization: Bearer</c> header; one to the REDCap-compatible address by the token in its form.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, TokenCheck tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Opening = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await Sent() is not { } token) return AuthenticateResult.NoResult();
        if (await tokens.Holder(token) is not { } holder) return AuthenticateResult.Fail("The token is not known, has run out or was revoked, or its account is closed.");
        if (TokenReach.Refusal(holder.Scope, Context) is { } why) return AuthenticateResult.Fail(why);
        return AuthenticateResult.Success(new(holder.Principal, Scheme.Name));
    }

    private async ValueTask<string?> Sent()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Opening, StringComparison.OrdinalIgnoreCase)) return header[Opening.Length..].Trim();
        return RedcapErrors.IsAt(Context) ? await RedcapErrors.Token(Context) : null;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RedcapErrors.IsAt(Context) ? RedcapErrors.Write(Context, RedcapRefusals.NoPermission) : base.HandleForbiddenAsync(properties);

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (RedcapErrors.IsAt(Context)) return RedcapErrors.Write(Context, RedcapRefusals.NoPermission);
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
