using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc.Razor;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.DataProtection;
using SosLongitudinal.Web.Pages.Analysis;
using SosLongitudinal.Web.Pages.Home;
using SosLongitudinal.Web.Pages.Forms.Batch;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Drafts;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Layout;
using SosLongitudinal.Web.Shell.Security;
using SosLongitudinal.Web.Shell.Uploads;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>Pages, and the order in which a request passes through the house.</summary>
internal static class PageComposition
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder, ServeOptions options)
    {
        builder.Services.AddDataProtection().SetApplicationName("sos");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IRecordStore>((keys, store) => keys.XmlRepository = new RecordXmlRepository(store));
        builder.Services.AddAntiforgery(antiforgery => (antiforgery.Cookie.Name, antiforgery.Cookie.SecurePolicy) = ("sos-form", CookieSecurePolicy.SameAsRequest));
        builder.Services.AddSignIn(options);
        builder.Services.AddAccess();
        builder.Services.AddRateLimits();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Nonce>().AddScoped<AccountNames>();
        builder.Services.AddSingleton<StudyBanner>();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<AnalysisSource>().AddSingleton<AgreementSource>().AddSingleton<RatesSource>().AddSingleton<TableSource>().AddSingleton<WaitingWork>();
        builder.Services.AddSingleton<FormFinder>().AddSingleton<RecentForms>();
        builder.Services.AddSingleton<UploadShelf>();
        builder.Services.AddSingleton<DraftStore>().AddHostedService<DraftSweep>();
        builder.Services.AddExceptionHandler<FaultResponses>();
        builder.Services.AddHealthChecks().AddCheck<StoreReady>("store", tags: ["ready"]).AddCheck<RegistersReady>("registers", tags: ["ready"]);
        builder.Services
            .AddRazorPages(pages => pages.Conventions.AddFolderApplicationModelConvention("/", AccessConvention.Apply))
            .AddMvcOptions(mvc =>
            {
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true; // refusals say what is missing, in the study's words
                mvc.ModelMetadataDetailsProviders.Add(new EmptyTextStaysText());
                mvc.Filters.Add<SavedFormLeavesNoDraft>();
            });
        builder.Services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationFormats.Add("/Shell/Layout/{0}.cshtml"));
        return builder;
    }

    public static void UsePages(this WebApplication app, ServeOptions options)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(StatusPages.Show);
        if (options.Urls.Contains("https://", StringComparison.Ordinal)) app.UseHsts();
        app.UseStaticFiles(BuiltAssets.Options(app.Environment));
        app.UseRouting();
        app.Use((http, next) => http.GetEndpoint() is null ? NotThere(http) : next(http)); // or the fallback policy would answer for pages that are not there
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<SecondFactorGate>();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapApi();
        app.MapDrafts();
        app.MapHealth();
    }

    private static Task NotThere(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
