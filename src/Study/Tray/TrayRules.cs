using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Study.Tray;

/// <summary>Decisions about forms that have no family yet.</summary>
public static class TrayRules
{
    private const int LongestText = 40;
    private const int LongestNote = 500;

    public static Decision<ImmutableArray<TrayFact>> Key(TrayVolume tray, StudyFrame frame, TrayForm form, Stamp stamp)
    {
        if (!frame.Sites.ContainsKey(tray.Site)) return SiteRefusals.Unknown(tray.Site) with { Kind = RefusalKind.Invalid };
        if (tray.IsFull) return TrayRefusals.Full;
        if (frame.Shelf.Find(form.Instrument, form.InstrumentVersion) is null) return FormRefusals.UnknownInstrument(form.Instrument);
        if (form.Wave is { } wave && frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave);
        if (form.Wave is { } closed && frame.Design.FreezeOf(closed, stamp.At) is { } freeze) return FormLockRefusals.Frozen(frame.Design.Wave(closed)!.Name, freeze);
        if (form.Batch.Length is 0 or > LongestText) return TrayRefusals.Batch.At("batch");
        if (form.Box.Length is 0 or > LongestText) return TrayRefusals.Box.At("box");
        if (form.Note is { Length: > LongestNote }) return TrayRefusals.Note.At("note");
        if (form.ReceivedOn > frame.Design.Today(stamp.At)) return FamilyRefusals.Future.At("receivedOn");
        if (form.CompletedOn is { } filled && filled > form.ReceivedOn) return TrayRefusals.FilledInAfterReceipt.At("completedOn");
        if (form.Language.Length is 0 or > 35) return FormRefusals.Language;
        return Facts.Of<TrayFact>(new TrayFact.Keyed(new(tray.Site, tray.Number, tray.EverKeyed + 1), form));
    }

    /// <summary>Takes a form out for one family; the same match again is no second claim, and goes on where the first stopped.</summary>
    public static Decision<ImmutableArray<TrayFact>> Claim(TrayVolume tray, TrayItemId id, TrayMatch match) =>
        tray.Item(id) is not { } item ? TrayRefusals.Unknown
        : item.Form.Instrument != match.Place.Instrument ? TrayRefusals.OtherInstrument
        : item is { State: TrayItemState.Waiting } ? Facts.Of<TrayFact>(new TrayFact.Claimed(id, match))
        : item.Match == match ? Facts.None<TrayFact>()
        : TrayRefusals.NotWaiting(item);

    public static Decision<ImmutableArray<TrayFact>> Release(TrayVolume tray, TrayItemId id) =>
        tray.Item(id) is not { } item ? TrayRefusals.Unknown
        : item.State == TrayItemState.Waiting ? Facts.None<TrayFact>()
        : item.State == TrayItemState.Claimed ? Facts.Of<TrayFact>(new TrayFact.Released(id))
        : TrayRefusals.NotWaiting(item);

    public static Decision<ImmutableArray<TrayFact>> Match(TrayVolume tray, TrayItemId id, TrayMatch match) =>
        tray.Item(id) is not { } item ? TrayRefusals.Unknown
        : item.Match != match ? TrayRefusals.NotWaiting(item)
        : item.State == TrayItemState.Matched ? Facts.None<TrayFact>()
        : Facts.Of<TrayFact>(new TrayFact.Matched(id));

    public static Decision<ImmutableArray<TrayFact>> Discard(TrayVolume tray, TrayItemId id, Stamp stamp) =>
        tray.Item(id) is not { } item ? TrayRefusals.Unknown
        : item.State == TrayItemState.Discarded ? Facts.None<TrayFact>()
        : item.State != TrayItemState.Waiting ? TrayRefusals.NotWaiting(item)
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<TrayFact>(new TrayFact.Discarded(id));
}

/// <summary>Refusals about the tray. Codes are public and never reworded.</summary>
public static class TrayRefusals
{
    public static readonly Refusal Unknown = new("tray.unknown", "There is no such form in the tray.", RefusalKind.NotFound);
    public static readonly Refusal Full = new("tray.full", "This volume of the tray is full. Put the form into the next one.", RefusalKind.Conflict);
    public static readonly Refusal Batch = new("tray.batch", "Name the batch that it came in, in at most 40 characters.");
    public static readonly Refusal Box = new("tray.box", "Name the box that it lies in, in at most 40 characters.");
    public static readonly Refusal Note = new("tray.note", "Keep the note to 500 characters, and no name in it.");
    public static readonly Refusal FilledInAfterReceipt = new("tray.filled-in-after-receipt", "It cannot have been filled in after it was received.");
    public static readonly Refusal OtherInstrument = new("tray.instrument", "This form is of another instrument.");

    public static Refusal NotWaiting(TrayItem item) => new("tray.not-waiting", item.State switch
    {
        TrayItemState.Waiting => "This form was put back in the tray meanwhile. Match it again.",
        TrayItemState.Claimed => $"{item.By} is entering this form into family {item.Match?.Family}. Finish that first, or put it back.",
        TrayItemState.Matched => $"{item.By} matched this form to family {item.Match?.Family} on {DayWords.Of(item.At)}.",
        _ => $"{item.By} discarded this form on {DayWords.Of(item.At)} ({item.Why}).",
    }, RefusalKind.Conflict);
}
