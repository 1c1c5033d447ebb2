using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// The command line at work on a data folder that it has opened itself: an administrator who exists only in this process. Who can open the folder can do
/// everything in it anyway; what is done is recorded under their name on this machine.
/// </summary>
public sealed class LocalUse
{
    private const string Host = "command-line";

    /// <summary>The one token that is let in; made anew for each process and never written down.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public AccountKey Account { get; } = AccountKey.TryParse($"{Environment.UserName}@{Host}", null, out var named) ? named : AccountKey.Parse($"somebody@{Host}");

    public bool Is(string token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token));

    /// <summary>Nobody else on this machine gets in by the port, not even to the sign-in page.</summary>
    public Task Only(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] && Is(token)) return next(http);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
