namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>Styles and scripts: asked for with a version in the address, so they may be kept for a year.</summary>
internal static class BuiltAssets
{
    public static StaticFileOptions Options(IWebHostEnvironment environment) => new()
    {
        FileProvider = environment.WebRootFileProvider,
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
    };
}
