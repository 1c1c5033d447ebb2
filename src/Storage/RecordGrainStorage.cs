using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Storage;

/// <summary>
/// Grain state in a record store: the state's name and the grain's key make the record's key, the record's version is the ETag. A ledger reads as one under
/// the grain's key, empty where the record is absent. A version that does not hold is an <see cref="InconsistentStateException"/>; other faults stay as they are.
/// </summary>
public sealed partial class RecordGrainStorage(IRecordStore store, IGrainStorageSerializer serializer, ILogger<RecordGrainStorage> log) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = KeyOf(stateName, grainId);
        var stored = await Logged(key, "read", () => store.Read(key));
        grainState.State = stored is null ? Absent<T>(key) : Keyed(serializer.Deserialize<T>(new(stored.Content)), key);
        grainState.ETag = stored?.Version;
        grainState.RecordExists = stored is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = KeyOf(stateName, grainId);
        if (grainState.State is ILedger ledger && ledger.Key != key.Key)
            throw new InvalidOperationException($"A ledger under the key '{ledger.Key}' cannot be stored as {key}.");
        var content = serializer.Serialize(grainState.State).ToMemory();
        var began = Stopwatch.GetTimestamp();
        grainState.ETag = await Logged(key, "written", () => store.Write(key, content, grainState.ETag), grainState.ETag);
        StudyMeter.Written(key.State, Stopwatch.GetElapsedTime(began));
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = KeyOf(stateName, grainId);
        if (grainState.ETag is { } version)
        {
            await Logged(key, "deleted", async () =>
            {
                await store.Delete(key, version);
                return version;
            }, version);
        }
        grainState.State = Absent<T>(key);
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    /// <summary>Where a grain's state lies. The key is the grain's own, so that a bulk read over a state finds it by prefix.</summary>
    public static RecordKey KeyOf(string stateName, GrainId grainId) => new(stateName, grainId.Key.ToString()!);

    private static T Absent<T>(RecordKey key) => Keyed(Activator.CreateInstance<T>(), key);

    private static T Keyed<T>(T state, RecordKey key) => state is ILedger ledger ? (T)ledger.Under(key.Key) : state;

    private async Task<TAnswer> Logged<TAnswer>(RecordKey key, string verb, Func<Task<TAnswer>> act, string? expected = null)
    {
        try
        {
            return await act();
        }
        catch (RecordConflictException fault)
        {
            StudyMeter.Conflicted(key.State);
            throw new InconsistentStateException($"{key} was changed by another.", "unknown", expected ?? "none", fault);
        }
        catch (Exception fault) when (fault is RecordOutcomeUnknownException or StoreUnavailableException)
        {
            Faulted(key, verb, fault);
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The record {Key} could not be {Verb}.")]
    private partial void Faulted(RecordKey key, string verb, Exception fault);
}
