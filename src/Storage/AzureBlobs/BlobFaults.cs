using System.Net.Sockets;
using Azure;
using Azure.Storage.Blobs.Models;

namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>What a fault of the client library means: absent, a version that does not hold, a store that cannot be reached, or an outcome that nobody knows.</summary>
internal static class BlobFaults
{
    public static bool IsFault(Exception fault) => fault is RequestFailedException or AggregateException or OperationCanceledException or IOException or HttpRequestException;

    /// <summary>Only the service's own word that this blob is not there; a missing container is a fault.</summary>
    public static bool IsAbsent(RequestFailedException fault) => fault.Status == 404 && fault.ErrorCode == BlobErrorCode.BlobNotFound;

    public static bool IsConflict(RequestFailedException fault) =>
        fault.Status == 412 || fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || IsAbsent(fault);

    public static StoreUnavailableException Unread(string what, Exception fault) => new($"{what} could not be read", fault);

    /// <summary>A refusal, or a service that was never reached, wrote nothing; of anything else the outcome is not known.</summary>
    public static Exception Unwritten(RecordKey key, Exception fault) => fault is RequestFailedException { Status: >= 400 and < 500 and not 408 } || NeverReached(fault)
        ? new StoreUnavailableException($"{key} could not be written", fault)
        : new RecordOutcomeUnknownException(key, fault);

    private static bool NeverReached(Exception? fault) => fault switch
    {
        AggregateException tries => tries.InnerExceptions.All(NeverReached),
        SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable,
        null => false,
        _ => NeverReached(fault.InnerException),
    };
}
