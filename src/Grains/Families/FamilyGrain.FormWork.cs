using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

using Rule = Func<FamilyState, StudyFrame, Stamp, Decision<ImmutableArray<FamilyFact>>>;

/// <summary>What is done to a form after it was entered.</summary>
internal sealed partial class FamilyGrain : IFamilyFormWork, IFamilyFormPassage, IFamilyQueries
{
    public Task<Decision<FormReceipt>> Edit(FormEdit edit, Stamp stamp) => DecideForm(stamp, edit.Place, (family, frame, s) => EditRules.Edit(family, frame, edit, s));

    public Task<Decision<FormReceipt>> Move(FormPlace from, FormPlace to, Stamp stamp) => DecideForm(stamp, to, (family, frame, s) => MoveRules.Move(family, frame, from, to, s));

    public Task<Decision<FormReceipt>> Swap(FormPlace one, FormPlace other, Stamp stamp) => DecideForm(stamp, other, (family, frame, s) => MoveRules.Swap(family, frame, one, other, s));

    public Task<Decision<FormReceipt>> Lock(FormPlace place, Stamp stamp) => DecideForm(stamp, place, (family, _, s) => FormLocks.Lock(family, place, s));

    public Task<Decision<FormReceipt>> Unlock(FormPlace place, Stamp stamp) => DecideForm(stamp, place, (family, _, s) => FormLocks.Unlock(family, place, s));

    public Task<Decision<FamilyState>> NoteReceipt(PaperNote note, Stamp stamp) => Decide(stamp, (family, frame, s) => ReceiptRules.Note(family, frame, note, s));

    public Task<Decision<FormReceipt>> Leave(FormPlace place, FamilyId to, FormPlace now, Stamp stamp) =>
        DecideForm(stamp, place, (family, frame, s) => PassageRules.Leave(family, frame, place, to, now, s));

    public Task<Decision<FormReceipt>> TakeIn(FormArrival arrival, Stamp stamp) => DecideForm(stamp, arrival.To, (family, frame, s) => PassageRules.TakeIn(family, frame, arrival, s));

    public Task<Decision<FamilyState>> GiveUp(FormPlace place, FamilyId to, FormPlace now, Stamp stamp) => Decide(stamp, (family, _, _) => PassageRules.GiveUp(family, place, to, now));

    public Task<Decision<FormReceipt>> Stay(FormPlace place, Stamp stamp) => DecideForm(stamp, place, (family, _, _) => PassageRules.Stay(family, place));

    public Task<bool> Took(OperationId operation) =>
        Task.FromResult(Ledger.Stored.Any(f => f.Head.Op == operation && f.Head.Kind == FactKinds<FamilyFact>.KindOf<FamilyFact.FormEntered>()));

    public Task<Decision<FormReceipt>> OpenQuery(FormPlace place, string item, string remark, Stamp stamp) =>
        DecideForm(stamp, place, (family, frame, _) => QueryRules.Open(family, frame, place, item, remark));

    public Task<Decision<FormReceipt>> AnswerQuery(FormPlace place, int number, string remark, Stamp stamp, int? seen) =>
        DecideForm(stamp, place, (family, _, _) => QueryRules.Answer(family, place, number, remark, seen));

    public Task<Decision<FormReceipt>> CloseQuery(FormPlace place, int number, string remark, Stamp stamp, int? seen) =>
        DecideForm(stamp, place, (family, _, _) => QueryRules.Close(family, place, number, remark, seen));

    public Task<Decision<FormReceipt>> ReopenQuery(FormPlace place, int number, string remark, Stamp stamp, int? seen) =>
        DecideForm(stamp, place, (family, _, _) => QueryRules.Reopen(family, place, number, remark, seen));

    private Task<Decision<FormReceipt>> DecideForm(Stamp stamp, FormPlace place, Rule rule) =>
        frames.Decide(frame => Decide(stamp, (family, s) => rule(family, frame, s), family => new FormReceipt(family.FormAt(place)!, family.Site)));
}
