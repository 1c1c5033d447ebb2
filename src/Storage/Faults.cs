namespace SosLongitudinal.Storage;

/// <summary>The record is not at the expected version: re-read and decide again, never retry blindly.</summary>
public sealed class RecordConflictException(RecordKey key) : Exception($"The record {key.State}/{key.Key} is not at the expected version.");

/// <summary>The store did not say whether the write took: re-read the record for the operation before telling anyone that nothing was saved.</summary>
public sealed class RecordOutcomeUnknownException(RecordKey key, Exception inner) : Exception($"It is not known whether {key.State}/{key.Key} was written.", inner);

/// <summary>The store cannot be reached or refuses to work; nothing was written.</summary>
public sealed class StoreUnavailableException(string what, Exception inner) : Exception($"The store is unavailable: {what}", inner);
