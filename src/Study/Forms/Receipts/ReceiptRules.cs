using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Receipts;

/// <summary>Decisions about where a paper form is. Noting a step again with another day corrects it.</summary>
public static class ReceiptRules
{
    private const int LongestBox = 40;

    public static Decision<ImmutableArray<FamilyFact>> Note(FamilyState family, StudyFrame frame, PaperNote note, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(note.Place.Wave) is null) return StudyRefusals.UnknownWave(note.Place.Wave);
        if (note.Step is not (ReceiptStep.Sent or ReceiptStep.Received or ReceiptStep.Boxed)) return ReceiptRefusals.Follows(note.Step).At("step");
        if (family.FormAt(note.Place) is null)
        {
            if (frame.Shelf.Find(note.Place.Instrument) is not { } instrument) return FormRefusals.UnknownInstrument(note.Place.Instrument);
            if (FormPlaces.Fault(family, instrument, note.Place) is { } misplaced) return misplaced;
        }
        if (note.On > frame.Design.Today(stamp.At)) return FamilyRefusals.Future.At("on");
        if (note.On < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("on");
        if (note.Step == ReceiptStep.Boxed ? note.Box is not { Length: > 0 and <= LongestBox } : note.Box is not null) return ReceiptRefusals.Box.At("box");

        var there = family.Receipts.FirstOrDefault(r => r.Place == note.Place);
        if (there?.NoteOf(note.Step) is { } same && (same.On, same.Box) == (note.On, note.Box)) return Facts.None<FamilyFact>();
        if (there is not null && OutOfOrder(there, note) is { } fault) return fault;
        return Facts.Of<FamilyFact>(new FamilyFact.FormReceiptNoted(note.Place, note.Step, note.On, note.Box));
    }

    private static Refusal? OutOfOrder(FormReceipts there, PaperNote note)
    {
        foreach (var other in there.Notes)
            if (other.Step < note.Step && other.On > note.On || other.Step > note.Step && other.On < note.On) return ReceiptRefusals.Order(other).At("on");
        return null;
    }
}

/// <summary>Refusals about the receipt log. Codes are public and never reworded.</summary>
public static class ReceiptRefusals
{
    public static readonly Refusal Box = new("receipt.box", "Name the box that it lies in, in at most 40 characters; only a boxed form has one.");

    public static Refusal Unknown(string step) => new("receipt.unknown-step", $"'{step}' is no step that is noted. Use sent, received or boxed.");

    public static Refusal Follows(ReceiptStep step) =>
        new("receipt.follows", $"That a form is {step.ToString().ToLowerInvariant()} follows from its entry; it is not noted by hand.");

    public static Refusal Order(ReceiptNote other) =>
        new("receipt.order", $"It was {other.Step.ToString().ToLowerInvariant()} on {DayWords.Of(other.On)}; sent, received and boxed come in this order.");
}
