using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Tests.Storage;

/// <summary>A grain's caller sees the store's faults as they are, whatever the client library's own fault inside was.</summary>
public sealed class FaultsOnTheWireTests
{
    public static TheoryData<Exception> Faults => [.. new Exception[]
    {
        new RecordConflictException(new("family", "7K2M9QX")),
        new RecordOutcomeUnknownException(new("family", "7K2M9QX"), new Azure.RequestFailedException(500, "busy")),
        new StoreUnavailableException("the disk is full", new Microsoft.Data.Sqlite.SqliteException("full", 13)),
    }];

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_fault_comes_over_with_its_kind_and_sentence(Exception fault)
    {
        var serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();
        var received = serializer.Deserialize<Exception>(serializer.SerializeToArray(fault))!;
        Assert.Equal((fault.GetType(), fault.Message, fault.InnerException?.Message), (received.GetType(), received.Message, received.InnerException?.Message));
    }
}
