using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Forms.Receipts;

/// <summary>What becomes of a paper form, in order. <see cref="Keyed"/> and <see cref="Verified"/> follow from its entry and settled second entry; nobody notes them.</summary>
public enum ReceiptStep { Sent = 0, Received = 1, Keyed = 2, Verified = 3, Boxed = 4 }

/// <summary>One step of one paper form: on which day, in which box where it was boxed, noted by whom.</summary>
[GenerateSerializer, Immutable, Alias("sos.receipt-note")]
public sealed record ReceiptNote(
    [property: Id(0)] ReceiptStep Step, [property: Id(1)] DateOnly On, [property: Id(2)] string? Box, [property: Id(3)] string By, [property: Id(4)] DateTimeOffset At);

/// <summary>A step to be noted of the paper of a place; only a boxed one names its box.</summary>
[GenerateSerializer, Immutable, Alias("sos.paper-note")]
public sealed record PaperNote(
    [property: Id(0)] FormPlace Place, [property: Id(1)] ReceiptStep Step, [property: Id(2)] DateOnly On, [property: Id(3)] string? Box = null);

/// <summary>What was noted of the paper of one place, whether its form is entered or not; one note a step.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-receipts")]
public sealed record FormReceipts([property: Id(0)] FormPlace Place, [property: Id(1)] ImmutableArray<ReceiptNote> Notes)
{
    public ReceiptNote? NoteOf(ReceiptStep step)
    {
        foreach (var note in Notes) if (note.Step == step) return note;
        return null;
    }
}
