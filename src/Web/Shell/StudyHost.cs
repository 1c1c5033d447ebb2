using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Composition;
using SosLongitudinal.Web.Shell.Mail;
using SosLongitudinal.Web.Shell.Telemetry;

namespace SosLongitudinal.Web.Shell;

/// <summary>The whole application, put together but not started.</summary>
public static class StudyHost
{
    /// <param name="clock">What the study takes for the time; the machine's where left out.</param>
    public static async Task<WebApplication> Build(ServeOptions options, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var stores = await StoreComposition.Open(options);
        if (options.Demo is { } demo) await StudyStart.LoadDemo(stores.Records, demo, clock);
        var beside = Path.GetDirectoryName(typeof(StudyHost).Assembly.Location)!; // pages and styles lie with the program, wherever it is started from
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(StudyHost).Assembly.GetName().Name, ContentRootPath = beside, WebRootPath = Path.Combine(beside, "wwwroot") });
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBody;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error) // counts the time before its first look as a stall
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // keys lie in the store as they are; the README says who can read them
        if (options.Local is not null) builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace); // a command's own output is for its answer
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(clock);
        builder.AddMail(options);
        builder.AddStores(stores).AddSilo(stores, options).AddPages(options).AddApi();
        if (options.Local is null) builder.AddTelemetry();
        builder.Services.AddHostedService<StudyStart>(); // after the silo and before the first request

        var app = builder.Build();
        if (options.Local is { } local) app.Use(local.Only);
        app.UsePages(options);
        AccessCheck.EveryEndpointHasItsRow(app);
        return app;
    }
}
