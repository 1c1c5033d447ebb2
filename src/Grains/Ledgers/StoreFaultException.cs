using SosLongitudinal.Storage;

namespace SosLongitudinal.Grains.Ledgers;

/// <summary>
/// The store failed under a command. <see cref="MaybeSaved"/> says whether the command may have been saved all the same: then sending it again under the
/// same operation id is safe and settles it.
/// </summary>
[GenerateSerializer, Alias("sos.store-fault")]
public sealed class StoreFaultException : Exception
{
    public StoreFaultException(string key, bool maybeSaved, Exception inner)
        : base($"The store failed under record {key}: {inner.GetType().Name}: {inner.Message}")
    {
        (Key, MaybeSaved) = (key, maybeSaved);
    }

    [Id(0)] public string Key { get; private set; }

    [Id(1)] public bool MaybeSaved { get; private set; }
}

internal static class StoreFaults
{
    /// <summary>A write that timed out can land after it was looked for: Azure Storage may hold it for half a minute.</summary>
    public static bool MayStillLand(this Exception fault) => fault is RecordOutcomeUnknownException || fault.InnerException?.MayStillLand() == true;

    public static bool IsCertainlyUnsaved(this Exception fault) => fault switch
    {
        StoreUnavailableException => true,
        { InnerException: { } inner } => inner.IsCertainlyUnsaved(),
        _ => false,
    };
}
