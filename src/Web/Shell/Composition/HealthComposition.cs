using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>/health/live: the process answers. /health/ready: it also reaches its store, and its registers have loaded.</summary>
internal static class HealthComposition
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Task("Health");
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).Task("Health");
    }
}

internal sealed class StoreReady(IRecordStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.Read(new("set-up", "set-up"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}

/// <summary>Lists and extracts answer once every register has loaded.</summary>
internal sealed class RegistersReady(FamilyRegisters registers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var status = await registers.Status();
            return status.Loaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The registers are still loading; they hold {status.Families} families so far.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The registers do not answer.", fault);
        }
    }
}
