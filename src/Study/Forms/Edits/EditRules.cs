using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Edits;

/// <summary>Decisions about changing a saved form.</summary>
public static class EditRules
{
    public const int LongestWords = 500;

    /// <summary>
    /// Changes answers, date, mode or language. All of the form is held against its instrument again, so that what no longer applies goes aside and what
    /// applies again comes back.
    /// </summary>
    public static Decision<ImmutableArray<FamilyFact>> Edit(FamilyState family, StudyFrame frame, FormEdit edit, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.FormAt(edit.Place) is not { } form) return FormRefusals.None;
        if (frame.Shelf.Find(form.Place.Instrument, form.InstrumentVersion) is not { } definition) return FormRefusals.UnknownInstrument(form.Place.Instrument);
        if (FormLocks.Fault(family, frame, edit.Place, stamp.At) is { } closed) return closed;
        if (!FormUse.IsAllowed(frame, family, form, frame.Design.Today(stamp.At))) return FormRefusals.UseWithdrawn;
        if (form.Version != edit.Seen) return EditRefusals.Changed(form, EditConflicts.Of(form, edit), definition);
        if (Receipts.ReceiptLog.IsUnsettled(form)) return EditRefusals.Unsettled;
        if (stamp.Why is { Length: > LongestWords }) return EditRefusals.Words.At("reason");
        if (edit.Reason == EditReason.Other && string.IsNullOrWhiteSpace(stamp.Why)) return EditRefusals.Words.At("reason");

        var head = edit.Head ?? FormHead.Of(form);
        return AnswerRules.Check(definition, EditedAnswers.Of(form, edit.Changes), FormMoment.On(head.CompletedOn))
            .Then(held => AnswerFacts(form, held, edit.Reason).Then(answers => HeadFacts(family, frame, definition, form, head, held, edit.Reason, stamp).Select(heads => answers.AddRange(heads))));
    }

    private static Decision<ImmutableArray<FamilyFact>> AnswerFacts(Form form, CheckedAnswers held, EditReason reason)
    {
        var changed = Enumerable.Range(0, held.Answers.Count).Where(i => held.Answers.At(i) != form.Answers.At(i)).ToList();
        if (changed.Count == 0 && Equals(held.Aside, form.Trail?.Aside)) return Facts.None<FamilyFact>();
        return Facts.Of<FamilyFact>(new FamilyFact.FormEdited(form.Place, Some(form.Answers, changed), Some(held.Answers, changed), reason, held.Aside));
    }

    private static Decision<ImmutableArray<FamilyFact>> HeadFacts(
        FamilyState family, StudyFrame frame, InstrumentDefinition definition, Form form, FormHead head, CheckedAnswers held, EditReason reason, Stamp stamp)
    {
        if (head == FormHead.Of(form)) return Facts.None<FamilyFact>();
        var entry = new FormEntry(form.Place, form.InstrumentVersion, head.CompletedOn, head.Mode, head.Language, held.Answers);
        return FormFit.Of(family, frame, definition, entry, stamp)
            .Then(flags => Facts.Of<FamilyFact>(new FamilyFact.FormCorrected(form.Place, head.CompletedOn, head.Mode, head.Language, flags, reason)));
    }

    private static Answers Some(Answers answers, List<int> which) => Answers.Of(which.Select(i => (answers.Shape.Names[i], answers.At(i))));
}
