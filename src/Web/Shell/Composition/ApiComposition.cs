using System.Text.Json.Serialization;
using SosLongitudinal.Web.Api.Accounts;
using SosLongitudinal.Web.Api.Analysis;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Api.Calendar;
using SosLongitudinal.Web.Api.Attempts;
using SosLongitudinal.Web.Api.Contacts;
using SosLongitudinal.Web.Api.Design;
using SosLongitudinal.Web.Api.Drafts;
using SosLongitudinal.Web.Api.DoubleEntry;
using SosLongitudinal.Web.Api.Extracts;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Api.Fieldwork;
using SosLongitudinal.Web.Api.FocusGroups;
using SosLongitudinal.Web.Api.Forms;
using SosLongitudinal.Web.Api.FormWork;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Api.Imports.Lists;
using SosLongitudinal.Web.Api.Imports.Redcap;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Api.Quality;
using SosLongitudinal.Web.Api.Redcap;
using SosLongitudinal.Web.Api.Releases;
using SosLongitudinal.Web.Api.Reminders;
using SosLongitudinal.Web.Api.Safety;
using SosLongitudinal.Web.Api.Safeguarding;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Api.Sheets;
using SosLongitudinal.Web.Api.Tokens;
using SosLongitudinal.Web.Api.Tracing;
using SosLongitudinal.Web.Api.Tray;
using SosLongitudinal.Web.Api.Vouchers;
using SosLongitudinal.Web.Api.Workers;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Security;
using Scalar.AspNetCore;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>The API under /api/v1: one line for each resource.</summary>
internal static class ApiComposition
{
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi("v1", options => options.AddWords());
        builder.Services.AddSingleton<FamilyScope>().AddSingleton<FamilyCommand>().AddSingleton<ResponseImport>().AddSingleton<ListImport>().AddSingleton<DuplicateCheck>().AddSingleton<RedcapImport>().AddSingleton<BlindEntry>().AddSingleton<InstrumentFiles>();
        builder.Services.AddSingleton<ReleaseDesk>().AddSingleton<ExtractProgress>();
        builder.Services.AddSingleton<QualityRuns>().AddHostedService<NightlyQuality>();
        builder.Services.AddSingleton<OverdueDesk>().AddSingleton<RosterPeople>().AddSingleton<PlanDesk>().AddSingleton<GroupDesk>();
        builder.Services.AddSingleton<SheetFamilies>().AddSingleton<SheetDesk>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // one place words every bad request
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.KebabCaseLower)); // as StudyClient reads them
            json.SerializerOptions.RespectRequiredConstructorParameters = true; // a field left out is a fault of the request, not a null that a rule meets
            json.SerializerOptions.RespectNullableAnnotations = true;
        });
        return builder;
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").DisableAntiforgery().RequireRateLimiting(RateLimits.Api); // a cookie alone never changes anything here: see SignInComposition
        api.MapTokens();
        api.MapAccounts();
        api.MapStudy();
        api.MapEvaluate();
        api.MapInstruments();
        api.MapFamilies();
        api.MapAttempts();
        api.MapTracing();
        api.MapSafeguarding();
        api.MapVouchers();
        api.MapContacts();
        api.MapConsentChecks();
        api.MapForms();
        api.MapDoubleEntry();
        api.MapFormWork();
        api.MapQueries();
        api.MapTray();
        api.MapOwnDrafts();
        api.MapUnitForms();
        api.MapWorkers();
        api.MapExtracts();
        api.MapRecipes();
        api.MapReleases();
        api.MapAgreement();
        api.MapRates();
        api.MapProgress();
        api.MapTables();
        api.MapImports();
        api.MapInstrumentFiles();
        api.MapQuality();
        api.MapAppointments();
        api.MapTwoPerson();
        api.MapVisits();
        api.MapSlots();
        api.MapPlans();
        api.MapRoster();
        api.MapCalendar();
        api.MapSheets();
        api.MapFocusGroups();
        api.MapReminders();
        app.MapCalendarFeed();
        app.MapRedcap();

        app.MapOpenApi().Task("Api/Document");
        app.MapScalarApiReference("/api", (reference, http) => reference
            .WithTitle("SosLongitudinal API").DisableDefaultFonts().DisableAgent().HideDeveloperTools().WithNonce(http.RequestServices.GetRequiredService<Nonce>().Text)).Task("Api/Document");
    }
}
