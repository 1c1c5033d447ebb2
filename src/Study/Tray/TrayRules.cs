using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Study.Tray;

/// <summary>Decisions about forms that have no family yet.</summary>
public static class TrayRules
{
    private const int LongestText = 40;
    private const int LongestNote = 500;

    /// <param name="apart">Whoever keys it says that it is no form that waits there already.</param>
    public static Decision<ImmutableArray<TrayFact>> Key(TrayVolume tray, StudyFrame frame, TrayForm form, Stamp stamp, bool apart = true)
    {
        if (!frame.Sites.ContainsKey(tray.Site)) return SiteRefusals.Unknown(tray.Site) with { Kind = RefusalKind.Invalid };
        if (frame.Shelf.Find(form.Instrument, form.InstrumentVersion) is not { } definition) return FormRefusals.UnknownInstrument(form.Instrument);
        if (!apart && TrayTwice.LookedLike(tray, form, definition) is { } there) return TrayRefusals.KeyedAlready(there, TrayTwice.Join(there, form, definition, new(0)).Clashes);
        if (tray.IsFull) return TrayRefusals.Full;
        if (Fault(frame, form, stamp) is { } fault) return fault;
        return Facts.Of<TrayFact>(new TrayFact.Keyed(new(tray.Site, tray.Number, tray.EverKeyed + 1), form));
    }

    /// <summary>Reads a form that waits once more; what others changed since the revision that was looked at stays, and what both changed is refused until it is chosen.</summary>
    public static Decision<ImmutableArray<TrayFact>> Change(TrayVolume tray, StudyFrame frame, TrayItemId id, TrayForm sent, DraftBasis basis, Stamp stamp)
    {
        if (tray.Item(id) is not { } item) return TrayRefusals.Unknown;
        if (item.Form.Instrument != sent.Instrument || frame.Shelf.Find(item.Form.Instrument, item.Form.InstrumentVersion) is not { } definition) return TrayRefusals.OtherInstrument;
        if (item.State != TrayItemState.Waiting) return TrayRefusals.NotWaiting(item);
        if (Fault(frame, sent, stamp) is { } fault) return fault;
        if (string.IsNullOrWhiteSpace(stamp.Why)) return FamilyRefusals.ReasonNeeded.At("reason");
        return TrayTwice.Joined(item, sent with { InstrumentVersion = item.Form.InstrumentVersion }, definition, basis).Then<ImmutableArray<TrayFact>>(form =>
            Fault(frame, form, stamp) is { } clash ? clash
            : TrayValues.Of(form, definition).SequenceEqual(TrayValues.Of(item.Form, definition)) ? Facts.None<TrayFact>()
            : Facts.Of<TrayFact>(new TrayFact.Changed(id, form)));
    }

    private static Refusal? Fault(StudyFrame frame, TrayForm form, Stamp stamp) =>
        form.Wave is { } wave && frame.Design.Wave(wave) is null ? StudyRefusals.UnknownWave(wave)
        : form.Wave is { } closed && frame.Design.FreezeOf(closed, stamp.At) is { } freeze ? FormLockRefusals.Frozen(frame.Design.Wave(closed)!.Name, freeze)
        : form.Batch.Length is 0 or > LongestText ? TrayRefusals.Batch.At("batch")
        : form.Box.Length is 0 or > LongestText ? TrayRefusals.Box.At("box")
        : form.Note is { Length: > LongestNote } ? TrayRefusals.Note.At("note")
        : form.ReceivedOn > frame.Design.Today(stamp.At) ? FamilyRefusals.Future.At("receivedOn")
        : form.CompletedOn is { } filled && filled > form.ReceivedOn ? TrayRefusals.FilledInAfterReceipt.At("completedOn")
        : form.Language.Length is 0 or > 35 ? FormRefusals.Language
        : null;

    /// <summary>Takes a form out for one family; the same match again is no second claim, and goes on where the first stopped.</summary>
    public static Decision<ImmutableArray<TrayFact>> Claim(TrayVolume tray, TrayItemId id, TrayMatch match) =>
        tray.Item(id) is not { } item ? TrayRefusals.Unknown
        : item.Form.Instrument != match.Place.Instrument ? TrayRefusals.OtherInstrument
        : item is { State: TrayItemState.Waiting } ? Facts.Of<TrayFact>(new TrayFact.Claimed(id, match))
        : item.Match == match ? Facts.None<TrayFact>()
        : TrayRefusals.NotWaiting(item, match);

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
