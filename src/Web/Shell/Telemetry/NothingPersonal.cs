using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace SosLongitudinal.Web.Shell.Telemetry;

/// <summary>
/// Traces leave the house, and what is personal does not: a span keeps the attributes named here. Addresses hold families, grains' keys hold families and e-mail
/// addresses, and what a fault says may hold either; a span that carries a fault's words is not sent, the request's own span says that it failed.
/// </summary>
internal sealed class NothingPersonal : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Kept = new[]
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
        "rpc.system", "rpc.system.name", "rpc.service", "rpc.method", "orleans.rpc.service", "orleans.grain.type",
        "orleans.storage.provider", "orleans.storage.state.name", "orleans.activation.cause", "orleans.deactivation.reason",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList()) if (!Kept.Contains(name)) data.SetTag(name, null);
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
        if (data.Events.Any()) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
