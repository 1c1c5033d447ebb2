using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Moves;

/// <summary>
/// A form that was entered under the wrong family goes to the right one: it is marked as leaving, taken in there, and given up here. Between the steps it
/// stands in both, marked, and never in neither. Every step asks twice without harm.
/// </summary>
public static class PassageRules
{
    public static Decision<ImmutableArray<FamilyFact>> Leave(FamilyState family, StudyFrame frame, FormPlace place, FamilyId to, FormPlace now, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.Id == to) return MoveRefusals.SameFamily;
        if (family.FormAt(place) is not { } form) return FormRefusals.None;
        if (place.Instrument != now.Instrument) return MoveRefusals.OtherInstrument;
        if (form.Trail?.Leaving is { } leaving) return (leaving.To, leaving.Place) == (to, now) ? Facts.None<FamilyFact>() : MoveRefusals.Leaving(leaving);
        if (string.IsNullOrWhiteSpace(stamp.Why)) return FamilyRefusals.ReasonNeeded.At("reason");
        if (Receipts.ReceiptLog.IsUnsettled(form)) return MoveRefusals.Unsettled;
        return FormLocks.Fault(family, frame, place, stamp.At) is { } closed ? closed : Facts.Of<FamilyFact>(new FamilyFact.FormLeaving(place, to, now));
    }

    public static Decision<ImmutableArray<FamilyFact>> TakeIn(FamilyState family, StudyFrame frame, FormArrival arrival, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        var (form, to) = (arrival.Form, arrival.To);
        if (family.FormAt(to) is { } there) return IsOf(there, arrival) ? Facts.None<FamilyFact>() : MoveRefusals.Occupied(there);
        if (FormLocks.Fault(family, frame, to, stamp.At) is { } closed) return closed;
        return MoveRules.Fit(family, frame, form, to, stamp).Then(flags => Facts.Of<FamilyFact>(new FamilyFact.FormTakenIn(
            to, arrival.From, form.Place, form.InstrumentVersion, form.CompletedOn, form.Mode, form.Language, flags, form.Answers, form.EnteredBy, form.EnteredAt, form.Trail?.Aside)
        {
            Changes = form.Trail?.Changes ?? [],
            Queries = form.Trail?.Queries ?? [],
            VerifiedAt = Receipts.ReceiptLog.VerifiedAt(form),
            Moves = form.Trail?.Moves ?? [],
            Locks = form.Trail?.Locks ?? [],
            Second = form.Trail?.Second,
            MatchedBy = form.Trail?.MatchedBy,
            Paper = arrival.Paper,
        }));
    }

    public static Decision<ImmutableArray<FamilyFact>> GiveUp(FamilyState family, FormPlace place, FamilyId to, FormPlace now) =>
        family.GivenUp.Contains(new(place, to, now)) ? Facts.None<FamilyFact>()
        : family.FormAt(place)?.Trail?.Leaving is { } leaving && (leaving.To, leaving.Place) == (to, now) ? Facts.Of<FamilyFact>(new FamilyFact.FormGivenUp(place, to, now))
        : MoveRefusals.NotLeaving;

    /// <summary>Calls the move off. Only to be asked where the other family has not taken the form in.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Stay(FamilyState family, FormPlace place) =>
        family.FormAt(place) is not { } form ? FormRefusals.None
        : form.Trail?.Leaving is null ? Facts.None<FamilyFact>()
        : Facts.Of<FamilyFact>(new FamilyFact.FormStayed(place));

    /// <summary>Whether a form is the one that arrived from there.</summary>
    public static bool IsOf(Form there, FormArrival arrival) => there.Trail?.Origin is { } origin && (origin.From, origin.Place) == (arrival.From, arrival.Form.Place);
}

/// <summary>A form on its way into a family: as it stands where it was entered, and the place that it comes to.</summary>
[Orleans.GenerateSerializer, Orleans.Immutable, Orleans.Alias("sos.form-arrival")]
public sealed record FormArrival([property: Orleans.Id(0)] FamilyId From, [property: Orleans.Id(1)] Form Form, [property: Orleans.Id(2)] FormPlace To)
{
    /// <summary>What was noted of its paper, which goes with it.</summary>
    [Orleans.Id(3)] public ImmutableArray<Receipts.ReceiptNote> Paper { get; init; } = [];

    public static FormArrival Of(FamilyState from, Form form, FormPlace to) =>
        new(from.Id, form, to) { Paper = from.Receipts.FirstOrDefault(r => r.Place == form.Place)?.Notes ?? [] };
}
