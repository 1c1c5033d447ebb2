using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Web.Shell.Telemetry;

/// <summary>
/// Traces and metrics by OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; nothing is measured otherwise. Attributes are route templates and kinds, never
/// values: no id of a family, no account.
/// </summary>
internal static class TelemetryComposition
{
    private const string Service = "sos";

    public static bool IsExported(IConfiguration configuration) => configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!IsExported(builder.Configuration)) return builder;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service, serviceVersion: typeof(TelemetryComposition).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options => options.Filter = http => !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/built"))
                .AddSource("Microsoft.Orleans.*")
                .AddProcessor(new NothingPersonal()) // before whatever exports
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.Orleans", "System.Runtime", StudyMeter.Name)
                .AddOtlpExporter());
        return builder;
    }
}
