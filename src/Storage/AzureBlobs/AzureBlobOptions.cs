namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>How records lie in an Azure Storage account.</summary>
public sealed record AzureBlobOptions
{
    /// <summary>The container of the records; the default is that of Orleans' own Azure provider.</summary>
    public string Container { get; init; } = "grainstate";

    /// <summary>The most records in one page of a list; the service gives at most 5,000.</summary>
    public int PageSize { get; init; } = 5000;

    /// <summary>How many records a bulk read fetches at once.</summary>
    public int ReadsAtOnce { get; init; } = 32;
}
