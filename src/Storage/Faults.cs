using Orleans;

namespace SosLongitudinal.Storage;

/// <summary>The record is not at the expected version: re-read and decide again, never retry blindly.</summary>
[GenerateSerializer, Alias("sos.record-conflict")]
public sealed class RecordConflictException(RecordKey key) : Exception($"The record {key} is not at the expected version.");

/// <summary>The store did not say whether the write took: re-read the record for the operation before telling anyone that nothing was saved.</summary>
[GenerateSerializer, Alias("sos.record-outcome-unknown")]
public sealed class RecordOutcomeUnknownException(RecordKey key, Exception inner) : Exception($"It is not known whether {key} was written.", inner);

/// <summary>The store cannot be reached or refuses to work; nothing was written.</summary>
[GenerateSerializer, Alias("sos.store-unavailable")]
public sealed class StoreUnavailableException(string what, Exception? inner = null) : Exception($"The store is unavailable: {what}", inner);
