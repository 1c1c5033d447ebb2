using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>A small OpenID Connect provider on a port of its own: discovery, keys, authorization by code with PKCE, tokens. It signs in whoever the test says stands before it.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Client = "the-study";
    public const string Secret = "between-the-two";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "1" };
    private readonly ConcurrentDictionary<string, (IQueryCollection Asked, Dictionary<string, object> Person)> codes = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private OpenIdProvider(WebApplication app) => this.app = app;

    /// <summary>The claims of whoever stands before it.</summary>
    public Dictionary<string, object> Person { get; set; } = [];

    /// <summary>Signs tokens with a key that it never published.</summary>
    public bool Forges { get; set; }

    public string Address => app.Urls.Single();

    public static async Task<OpenIdProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new OpenIdProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token", ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        app.MapGet("/keys", () =>
        {
            var published = key.Rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = Base64UrlEncoder.Encode(published.Modulus), e = Base64UrlEncoder.Encode(published.Exponent) } } });
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            if (request.Query["client_id"] != Client || request.Query["response_type"] != "code" || request.Query["code_challenge_method"] != "S256") return Results.BadRequest();
            var code = Guid.NewGuid().ToString("N");
            codes[code] = (request.Query, Person);
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (form["client_secret"] != Secret || !codes.TryRemove(form["code"].ToString(), out var given)) return Results.BadRequest(new { error = "invalid_grant" });
            var proof = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            return proof == given.Asked["code_challenge"] ? Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 60, id_token = Token(given.Asked, given.Person) }) : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    private string Token(IQueryCollection asked, Dictionary<string, object> person) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = Client,
        Claims = new Dictionary<string, object>(person) { ["sub"] = "somebody", ["nonce"] = asked["nonce"].ToString() },
        Expires = DateTime.UtcNow.AddMinutes(5),
        SigningCredentials = new(Forges ? new RsaSecurityKey(RSA.Create(2048)) { KeyId = "1" } : key, SecurityAlgorithms.RsaSha256),
    });
}
