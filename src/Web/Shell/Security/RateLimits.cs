using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SosLongitudinal.Web.Shell.Security;

/// <summary>Guessing passwords is slow: so many tries per address and minute, beside the lock on each account.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";

    /// <summary>Requests of REDCap's clients, which read in batches: as many per address and minute as REDCap itself allows.</summary>
    public const string Redcap = "redcap";
    private const int RedcapPerMinute = 600;

    public static void AddRateLimits(this IServiceCollection services) => services
        .AddRateLimiter(_ => { })
        .AddOptions<RateLimiterOptions>().Configure<ServeOptions>((limiter, options) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignIn, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = options.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("get"));
            limiter.AddPolicy(Redcap, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = RedcapPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
}
