using System.Text.Json;
using Orleans.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Storage;

/// <summary>
/// A grain's state as stored: a ledger byte for byte as it is, anything else as JSON with the names that facts are written with. No CLR name is ever stored.
/// </summary>
public sealed class LedgerSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => input is ILedger ledger
        ? new(ledger.ToStored())
        : new(JsonSerializer.SerializeToUtf8Bytes(input, FactJson.Options));

    public T Deserialize<T>(BinaryData input) => typeof(T).IsAssignableTo(typeof(ILedger))
        ? (T)((ILedger)Activator.CreateInstance<T>()!).Read(input.ToMemory())
        : JsonSerializer.Deserialize<T>(input.ToMemory().Span, FactJson.Options) ?? throw new LedgerException("The record holds nothing.");
}
