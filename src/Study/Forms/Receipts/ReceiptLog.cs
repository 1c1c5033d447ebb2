using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Study.Forms.Receipts;

/// <summary>The log of one paper form: the day of each step that it has come through, and the box it lies in.</summary>
[GenerateSerializer, Immutable, Alias("sos.receipt-log")]
public sealed record ReceiptLog(
    [property: Id(0)] FormPlace Place,
    [property: Id(1)] DateOnly? Sent,
    [property: Id(2)] DateOnly? Received,
    [property: Id(3)] DateOnly? Keyed,
    [property: Id(4)] DateOnly? Verified,
    [property: Id(5)] DateOnly? Boxed,
    [property: Id(6)] string? Box)
{
    /// <summary>The last step that it has come through; <c>null</c> where nothing is known of it.</summary>
    public ReceiptStep? Last => Boxed is not null ? ReceiptStep.Boxed : Verified is not null ? ReceiptStep.Verified : Keyed is not null ? ReceiptStep.Keyed
        : Received is not null ? ReceiptStep.Received : Sent is not null ? ReceiptStep.Sent : null;

    /// <summary>It was sent and has not come back: neither noted as received nor keyed.</summary>
    public bool IsOut => Sent is not null && Received is null && Keyed is null;

    public DateOnly? DayOf(ReceiptStep step) => step switch
    {
        ReceiptStep.Sent => Sent,
        ReceiptStep.Received => Received,
        ReceiptStep.Keyed => Keyed,
        ReceiptStep.Verified => Verified,
        _ => Boxed,
    };

    public static ReceiptLog Of(FamilyState family, StudyDesign design, FormPlace place)
    {
        var noted = family.Receipts.FirstOrDefault(r => r.Place == place);
        var form = family.FormAt(place);
        return new(place, Day(ReceiptStep.Sent), Day(ReceiptStep.Received),
            form is null ? null : design.Today(form.EnteredAt), form is not null && VerifiedAt(form) is { } verified ? design.Today(verified) : null,
            Day(ReceiptStep.Boxed), noted?.NoteOf(ReceiptStep.Boxed)?.Box);

        DateOnly? Day(ReceiptStep step) => noted?.NoteOf(step)?.On;
    }

    /// <summary>The log of every paper of a family: of its forms, and of what was sent or received and is not entered yet.</summary>
    public static IEnumerable<ReceiptLog> AllOf(FamilyState family, StudyDesign design) =>
        family.Forms.Select(f => f.Place).Union(family.Receipts.Select(r => r.Place)).Select(place => Of(family, design, place));

    /// <summary>When both keyings of a form agreed, or the last difference between them was settled.</summary>
    public static DateTimeOffset? VerifiedAt(Form form) => form.Trail is not { } trail ? null
        : trail.Second is { } second ? second.SettledAt ?? (second.Agreed ? second.Second.At : null)
        : trail.Origin?.VerifiedAt;

    /// <summary>Two keyings of it differ and nobody has settled all of it.</summary>
    public static bool IsUnsettled(Form form) => form.Trail?.Second is { Agreed: false, SettledAt: null };
}
