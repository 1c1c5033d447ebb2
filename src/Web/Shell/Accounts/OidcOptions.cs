namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>An OpenID Connect provider whose people may sign in here, where they have an account. The secret comes from <c>SOS_OIDC_SECRET</c>, never from the command line.</summary>
/// <param name="Authority">Its issuer address, under which it describes itself; https, or this machine.</param>
/// <param name="ClientId">What it knows this study as.</param>
public sealed record OidcOptions(string Authority, string ClientId)
{
    public const string SecretVariable = "SOS_OIDC_SECRET";

    public string? Secret { get; init; }

    /// <summary>What people call it; stands on the sign-in page.</summary>
    public string Name { get; init; } = "your organisation";

    public bool IsSafe => Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || LoopbackOnly.IsTrueOf(Authority));
}
