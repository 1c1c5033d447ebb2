using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>What is done to a form after it was entered. Every command answers the form as it then stands.</summary>
[GrainInterfaceType("sos.family-form-work")]
public interface IFamilyFormWork : IGrainWithStringKey
{
    /// <summary>Refused with <c>form.changed</c> where the form is no longer at the version that the edit names.</summary>
    [Alias("edit")] Task<Decision<FormReceipt>> Edit(FormEdit edit, Stamp stamp);
    [Alias("move")] Task<Decision<FormReceipt>> Move(FormPlace from, FormPlace to, Stamp stamp);
    [Alias("swap")] Task<Decision<FormReceipt>> Swap(FormPlace one, FormPlace other, Stamp stamp);
    [Alias("lock")] Task<Decision<FormReceipt>> Lock(FormPlace place, Stamp stamp);
    [Alias("unlock")] Task<Decision<FormReceipt>> Unlock(FormPlace place, Stamp stamp);

    /// <summary>Answers the family: the form may not be entered yet.</summary>
    [Alias("note-receipt")] Task<Decision<FamilyState>> NoteReceipt(PaperNote note, Stamp stamp);
}

/// <summary>The steps of moving a form to another family; <see cref="FormPassage"/> drives them.</summary>
[GrainInterfaceType("sos.family-form-passage")]
public interface IFamilyFormPassage : IGrainWithStringKey
{
    [Alias("leave")] Task<Decision<FormReceipt>> Leave(FormPlace place, FamilyId to, FormPlace now, Stamp stamp);
    [Alias("take-in")] Task<Decision<FormReceipt>> TakeIn(FormArrival arrival, Stamp stamp);
    [Alias("give-up")] Task<Decision<FamilyState>> GiveUp(FormPlace place, FamilyId to, FormPlace now, Stamp stamp);
    [Alias("stay")] Task<Decision<FormReceipt>> Stay(FormPlace place, Stamp stamp);

    /// <summary>Whether a form was entered under an operation, whoever sent it.</summary>
    [Alias("took")] Task<bool> Took(OperationId operation);
}

/// <summary>Queries on a form. Every command answers the form with its queries. <c>seen</c>: how many remarks the person had read; with another since, the command is refused and shows it.</summary>
[GrainInterfaceType("sos.family-queries")]
public interface IFamilyQueries : IGrainWithStringKey
{
    /// <param name="item">The item's name; empty for the form as a whole.</param>
    [Alias("open")] Task<Decision<FormReceipt>> OpenQuery(FormPlace place, string item, string remark, Stamp stamp);
    [Alias("answer")] Task<Decision<FormReceipt>> AnswerQuery(FormPlace place, int number, string remark, Stamp stamp, int? seen = null);
    [Alias("close")] Task<Decision<FormReceipt>> CloseQuery(FormPlace place, int number, string remark, Stamp stamp, int? seen = null);
    [Alias("reopen")] Task<Decision<FormReceipt>> ReopenQuery(FormPlace place, int number, string remark, Stamp stamp, int? seen = null);
}
