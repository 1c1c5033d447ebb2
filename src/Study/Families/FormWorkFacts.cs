using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen to a form after it was entered, and to its paper.</summary>
[JsonDerivedType(typeof(FormEdited), "form.edited")]
[JsonDerivedType(typeof(FormCorrected), "form.corrected")]
[JsonDerivedType(typeof(FormMoved), "form.moved")]
[JsonDerivedType(typeof(FormsSwapped), "forms.swapped")]
[JsonDerivedType(typeof(FormLeaving), "form.leaving")]
[JsonDerivedType(typeof(FormStayed), "form.stayed")]
[JsonDerivedType(typeof(FormTakenIn), "form.taken-in")]
[JsonDerivedType(typeof(FormGivenUp), "form.given-up")]
[JsonDerivedType(typeof(FormLocked), "form.locked")]
[JsonDerivedType(typeof(FormUnlocked), "form.unlocked")]
[JsonDerivedType(typeof(FormReceiptNoted), "form.receipt-noted")]
[JsonDerivedType(typeof(QueryOpened), "query.opened")]
[JsonDerivedType(typeof(QueryAnswered), "query.answered")]
[JsonDerivedType(typeof(QueryClosed), "query.closed")]
[JsonDerivedType(typeof(QueryReopened), "query.reopened")]
public abstract partial record FamilyFact
{
    /// <summary>Old and new answers of the items that changed; <paramref name="Aside"/> is all that is aside after it.</summary>
    public sealed record FormEdited(FormPlace Place, Answers Old, Answers New, EditReason Reason, Answers? Aside = null) : FamilyFact;
    public sealed record FormCorrected(FormPlace Place, DateOnly CompletedOn, FormMode Mode, string Language, ImmutableArray<FormFlag> Flags, EditReason Reason) : FamilyFact;

    public sealed record FormMoved(FormPlace From, FormPlace To, ImmutableArray<FormFlag> Flags) : FamilyFact;

    /// <summary>The first flags are those of the form that comes to the other place.</summary>
    public sealed record FormsSwapped(FormPlace One, FormPlace Other, ImmutableArray<FormFlag> FlagsAtOther, ImmutableArray<FormFlag> FlagsAtOne) : FamilyFact;

    public sealed record FormLeaving(FormPlace Place, FamilyId To, FormPlace Now) : FamilyFact;
    public sealed record FormStayed(FormPlace Place) : FamilyFact;

    public sealed record FormTakenIn(
        FormPlace Place, FamilyId From, FormPlace Was, int InstrumentVersion, DateOnly CompletedOn, FormMode Mode, string Language, ImmutableArray<FormFlag> Flags, Answers Answers,
        string EnteredBy, DateTimeOffset EnteredAt, Answers? Aside = null) : FamilyFact
    {
        public ImmutableArray<FormChange> Changes { get; init; } = [];
        public ImmutableArray<Query> Queries { get; init; } = [];
        public DateTimeOffset? VerifiedAt { get; init; }
        public ImmutableArray<FormMove> Moves { get; init; } = [];
        public ImmutableArray<FormLock> Locks { get; init; } = [];
        public SecondEntry? Second { get; init; }
        public string? MatchedBy { get; init; }
        public ImmutableArray<ReceiptNote> Paper { get; init; } = [];
    }

    public sealed record FormGivenUp(FormPlace Place, FamilyId To, FormPlace Now) : FamilyFact;

    public sealed record FormLocked(FormPlace Place) : FamilyFact;
    public sealed record FormUnlocked(FormPlace Place) : FamilyFact;

    public sealed record FormReceiptNoted(FormPlace Place, ReceiptStep Step, DateOnly On, string? Box = null) : FamilyFact;

    public sealed record QueryOpened(FormPlace Place, int Number, string Item, string Remark) : FamilyFact;
    public sealed record QueryAnswered(FormPlace Place, int Number, string Remark) : FamilyFact;
    public sealed record QueryClosed(FormPlace Place, int Number, string Remark) : FamilyFact;
    public sealed record QueryReopened(FormPlace Place, int Number, string Remark) : FamilyFact;
}
