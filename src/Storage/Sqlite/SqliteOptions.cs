namespace SosLongitudinal.Storage.Sqlite;

/// <summary>How a Sqlite store works.</summary>
public sealed record SqliteOptions
{
    /// <summary>The most bytes that the data file may grow to; <c>null</c>: as the disk allows.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>The most writes that one transaction takes.</summary>
    public int MostPerCommit { get; init; } = 1024;

    /// <summary>The most content, in bytes, that one transaction takes (a single larger record goes alone).</summary>
    public int MostBytesPerCommit { get; init; } = 16 << 20;

    /// <summary>How many readers work at once.</summary>
    public int Readers { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>The most records in one page of a list or bulk read.</summary>
    public int PageSize { get; init; } = 512;
}
