using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Moves;

/// <summary>Decisions about forms that were entered at the wrong subject, respondent or wave of their family.</summary>
public static class MoveRules
{
    /// <summary>Puts a form at another place of its family. Age form, schedule and consent are asked again for the new place.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Move(FamilyState family, StudyFrame frame, FormPlace from, FormPlace to, Stamp stamp)
    {
        if (Fault(family, frame, from, to, stamp) is { } no) return no;
        if (from == to) return Facts.None<FamilyFact>();
        if (family.FormAt(to) is { } there) return MoveRefusals.Occupied(there);
        return Fit(family, frame, family.FormAt(from)!, to, stamp).Then(flags => Facts.Of<FamilyFact>(new FamilyFact.FormMoved(from, to, flags)));
    }

    /// <summary>Puts each of two forms at the other's place.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Swap(FamilyState family, StudyFrame frame, FormPlace one, FormPlace other, Stamp stamp)
    {
        if (Fault(family, frame, one, other, stamp) is { } no) return no;
        if (one == other) return MoveRefusals.SamePlace;
        if (family.FormAt(other) is not { } second) return FormRefusals.None;
        return Fit(family, frame, family.FormAt(one)!, other, stamp).Then(flags =>
            Fit(family, frame, second, one, stamp).Then(otherFlags => Facts.Of<FamilyFact>(new FamilyFact.FormsSwapped(one, other, flags, otherFlags))));
    }

    private static Refusal? Fault(FamilyState family, StudyFrame frame, FormPlace from, FormPlace to, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.FormAt(from) is null ? FormRefusals.None
        : from.Instrument != to.Instrument ? MoveRefusals.OtherInstrument
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : FormLocks.Fault(family, frame, from, stamp.At) ?? FormLocks.Fault(family, frame, to, stamp.At);

    internal static Decision<ImmutableArray<FormFlag>> Fit(FamilyState family, StudyFrame frame, Form form, FormPlace to, Stamp stamp) =>
        frame.Shelf.Find(to.Instrument, form.InstrumentVersion) is { } instrument
            ? FormFit.Of(family, frame, instrument, FormEntry.Of(form, to), stamp)
            : FormRefusals.UnknownInstrument(to.Instrument);
}
