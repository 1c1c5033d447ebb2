using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>Decisions about entering a form a second time.</summary>
public static class SecondEntryRules
{
    /// <summary>Takes in the second entry of a form, by another person than the first's and only where the form was drawn for it.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Enter(FamilyState family, StudyFrame frame, FormEntry entry, bool isDrawn, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (frame.Design.Wave(entry.Place.Wave) is null) return StudyRefusals.UnknownWave(entry.Place.Wave);
        if (family.FormAt(entry.Place) is not { } first) return SecondEntryRefusals.NoFirst;
        if (SecondEntryRefusals.Known(first, stamp.By) is { } known) return known;
        if (first.Trail?.Second is { } there) return IsThere(there.Second, entry, stamp) ? Facts.None<FamilyFact>() : SecondEntryRefusals.AlreadyTwice(there.Second);
        if (FormLocks.Fault(family, frame, entry.Place, stamp.At) is { } closed) return closed;
        if (!isDrawn) return SecondEntryRefusals.NotSampled;
        if (entry.InstrumentVersion != first.InstrumentVersion) return SecondEntryRefusals.OtherVersion(entry.Place.Instrument, first.InstrumentVersion);
        if (frame.Shelf.Find(entry.Place.Instrument, entry.InstrumentVersion) is not { } instrument) return FormRefusals.UnknownInstrument(entry.Place.Instrument);
        if (entry.CompletedOn > frame.Design.Today(stamp.At)) return FormRefusals.FutureDate;
        if (entry.CompletedOn < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("completedOn");
        if (entry.Language.Length is 0 or > 35) return FormRefusals.Language;
        var second = new KeyedForm(entry.CompletedOn, entry.Mode, entry.Language, entry.Answers, entry.Aside, stamp.By, stamp.At);
        var agrees = KeyedDifferences.Of(instrument, KeyedForm.First(first), second).IsEmpty;
        return Facts.Of<FamilyFact>(new FamilyFact.FormSecondEntered(entry.Place, entry.CompletedOn, entry.Mode, entry.Language, entry.Answers, agrees, entry.Aside));
    }

    private static bool IsThere(KeyedForm second, FormEntry entry, Stamp stamp) =>
        second.By == stamp.By && (second.CompletedOn, second.Mode, second.Language) == (entry.CompletedOn, entry.Mode, entry.Language) && second.Answers.Equals(entry.Answers);
}
