using System.Text.Json;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>A fault in the words of the person it meets. "Nothing was saved" is said only where that is certain.</summary>
internal sealed record Fault(int Status, string Code, string Sentence)
{
    private static readonly Fault NothingSaved = new(503, "fault.nothing-saved", "The store does not answer. Nothing was saved; send it again in a few minutes.");
    private static readonly Fault MaybeSaved = new(503, "fault.may-have-been-saved", "It may have been saved; send it again, it is not doubled.");
    private static readonly Fault NotAnswering = new(503, "fault.not-answering", "The study does not answer just now. Try again in a few minutes.");
    private static readonly Fault StillLoading = new(503, "fault.still-loading", "The study is still loading after a start. Try again in a few seconds.");
    private static readonly Fault Unexpected = new(500, "fault.unexpected", "Something went wrong on our side and has been logged.");

    public bool IsOurs => Status >= 500;

    public static Fault Of(Exception exception, bool changes) => exception switch
    {
        BadHttpRequestException { StatusCode: 413 } => new(413, "request.too-large", "What was sent is too large."),
        BadHttpRequestException { InnerException: JsonException json } bad => new(bad.StatusCode, "request.unreadable", SentenceOf(json)),
        BadHttpRequestException bad => new(bad.StatusCode, "request.unreadable", "The request cannot be read: check its address, its fields and that its body is JSON in UTF-8."),
        InvalidDataException when changes => new(413, "request.too-large", "What was sent is too large or is not a form."),
        StoreFaultException fault => fault.MaybeSaved ? MaybeSaved : NothingSaved,
        StoreUnavailableException => changes ? NothingSaved : NotAnswering,
        RecordOutcomeUnknownException => MaybeSaved,
        RegisterLoadingException => StillLoading,
        OrleansException { InnerException: StoreUnavailableException } => changes ? NothingSaved : NotAnswering, // the grain could not even read its record
        TimeoutException or OrleansException => changes ? MaybeSaved : NotAnswering,
        _ when exception.InnerException is { } inner => Of(inner, changes),
        _ => Unexpected,
    };

    /// <summary>Names the fields, and none of our types.</summary>
    private static string SentenceOf(JsonException json)
    {
        const string Missing = "including: ";
        var at = json.Message.IndexOf(Missing, StringComparison.Ordinal);
        if (at >= 0) return $"These fields are missing: {json.Message[(at + Missing.Length)..].TrimEnd('.')}.";
        return json.Path is { Length: > 2 } path ? $"The field {path[2..]} cannot be read." : "The body cannot be read as JSON.";
    }
}
