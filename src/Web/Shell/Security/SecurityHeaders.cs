namespace SosLongitudinal.Web.Shell.Security;

/// <summary>What every response tells the browser. Nothing inline runs without this response's nonce; nothing comes from elsewhere.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task Invoke(HttpContext http, Nonce nonce)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http.Request.Path, nonce.Text);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        http.Response.OnStarting(() =>
        {
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store"; // people share machines, and a page holds a family
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static string Policy(PathString path, string nonce)
    {
        const string Common = "default-src 'none'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        // The API reference makes its styles in script as it goes; it is the one page whose policy allows that, and it shows no data of the study.
        var styles = path.Value is "/api" or "/api/" or "/api/v1" ? "'unsafe-inline'" : $"'nonce-{nonce}'";
        return $"{Common}; script-src 'self' 'nonce-{nonce}'; style-src 'self' {styles}";
    }
}
