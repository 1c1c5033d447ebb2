using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Web.Shell.Accounts;

namespace SosLongitudinal.Web.Shell.Security;

/// <summary>Guessing passwords is slow: so many tries per address and minute, beside the lock on each account. Who asks too often is told when to ask again.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";

    /// <summary>Requests of the API, per account and address: one program that runs wild leaves room for the others.</summary>
    public const string Api = "api";

    /// <summary>Requests of REDCap's clients, which read in batches: as many per address and minute as REDCap itself allows.</summary>
    public const string Redcap = "redcap";
    private const int RedcapPerMinute = 600;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services) => services
        .AddRateLimiter(_ => { })
        .AddOptions<RateLimiterOptions>().Configure<ServeOptions>((limiter, options) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhen;
            limiter.AddPolicy(SignIn, http => HttpMethods.IsPost(http.Request.Method) ? Fixed(Address(http), options.SignInsPerMinute) : RateLimitPartition.GetNoLimiter("get"));
            limiter.AddPolicy(Api, http => Fixed($"{Address(http)} {Account(http)}", options.RequestsPerMinute));
            limiter.AddPolicy(Redcap, http => Fixed(Address(http), RedcapPerMinute));
        });

    private static RateLimitPartition<string> Fixed(string key, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window });

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Whose the token says it is; whether it is so is found out later.</summary>
    private static string Account(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is ['B' or 'b', _, _, _, _, _, ' ', .. var token] && BearerToken.AccountOf(token) is { } account ? account.ToString() : "";

    private static ValueTask SayWhen(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
