using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;

namespace SosLongitudinal.Grains.Tray;

/// <summary>
/// Enters a form of a tray into its family: claimed in the tray, entered under the tray item's own operation, marked as matched. Stopped between steps the
/// item stays claimed, and matching it again to the same place goes on, whoever does it; a family takes it once.
/// </summary>
public sealed class TrayMatching(IGrainFactory grains, StudyFrames frames)
{
    public async Task<Decision<FormReceipt>> Match(TrayItemId id, TrayMatch match, Stamp stamp)
    {
        if ((await grains.Tray(id).Read()).Item(id) is not { } item) return TrayRefusals.Unknown;
        if (item.IsPending && !await IsEntered(id, match) && await Fault(item, match, stamp) is { } unfit) return unfit; // asked before anything is written
        var claimed = await grains.Tray(id).Claim(id, match, stamp.For("claim"));
        if (claimed is Decision<TrayItem>.Refused { Why: var taken }) return taken;
        if ((await grains.Tray(id).Read()).Item(id) is not { } now || now.Match != match) return TrayRefusals.NotWaiting(item with { State = TrayItemState.Waiting });

        var entered = await Enter(now, match, stamp); // as it was claimed: it may have been changed since it was looked at
        if (entered is Decision<FormReceipt>.Refused)
        {
            await grains.Tray(id).Release(id, stamp.For("release"));
            return entered;
        }
        await NotePaper(now, match, stamp);
        return (await grains.Tray(id).MarkMatched(id, match, stamp.For("match"))).Match(_ => entered, why => why);
    }

    /// <summary>Puts a claimed form back, unless the family has it already: then matching is to be finished.</summary>
    public async Task<Decision<TrayItem>> PutBack(TrayItemId id, Stamp stamp)
    {
        if ((await grains.Tray(id).Read()).Item(id) is not { } item) return TrayRefusals.Unknown;
        return item.Match is { } match && await IsEntered(id, match) ? TrayRefusals.NotWaiting(item) : await grains.Tray(id).Release(id, stamp);
    }

    private async Task<Refusal?> Fault(TrayItem item, TrayMatch match, Stamp stamp) =>
        await grains.Family(match.Family).Read() is not { } family ? FamilyRefusals.Unknown
        : FormRules.Enter(family, await frames.Current(), EntryOf(item, match), stamp).Match<Refusal?>(_ => null, why => why);

    private async Task<Decision<FormReceipt>> Enter(TrayItem item, TrayMatch match, Stamp stamp)
    {
        var entered = await grains.Forms(match.Family).Enter(EntryOf(item, match), stamp with { Operation = item.Id.Operation });
        if (entered is Decision<FormReceipt>.Accepted || !await IsEntered(item.Id, match)) return entered;
        return await grains.Family(match.Family).Read() is { } family && family.FormAt(match.Place) is { } form ? new FormReceipt(form, family.Site) : entered; // somebody else had entered it before
    }

    private Task<bool> IsEntered(TrayItemId item, TrayMatch match) => grains.Passage(match.Family).Took(item.Operation);

    /// <summary>What the tray knew of the paper goes to the family's log. Where that refuses a date the form is entered all the same.</summary>
    private async Task NotePaper(TrayItem item, TrayMatch match, Stamp stamp)
    {
        var door = grains.FormWork(match.Family);
        await door.NoteReceipt(new(match.Place, ReceiptStep.Received, item.Form.ReceivedOn), stamp.For("received"));
        await door.NoteReceipt(new(match.Place, ReceiptStep.Boxed, item.Form.ReceivedOn, item.Form.Box), stamp.For("boxed"));
    }

    private static FormEntry EntryOf(TrayItem item, TrayMatch match) =>
        new(match.Place, item.Form.InstrumentVersion, match.CompletedOn, FormMode.Paper, item.Form.Language, item.Form.Answers) { Aside = item.Form.Aside, Keyed = new(item.KeyedBy, item.KeyedAt) };
}
