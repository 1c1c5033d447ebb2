using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace SosLongitudinal.Storage;

/// <summary>How a silo comes to its records.</summary>
public static class Hosting
{
    /// <summary>Grain state under this provider name goes to the <see cref="IRecordStore"/> that is registered.</summary>
    public static ISiloBuilder AddRecordGrainStorage(this ISiloBuilder silo, string name)
    {
        silo.Services.AddGrainStorage(name, (services, _) => ActivatorUtilities.CreateInstance<RecordGrainStorage>(services, new LedgerSerializer()));
        return silo;
    }
}
