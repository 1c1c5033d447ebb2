using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>Whether a form of a day can stand at a place, asked when it is entered and again whenever its place or day changes.</summary>
public static class FormFit
{
    /// <summary>
    /// What stands out about it. What does not fit the design (age form, schedule) is refused unless the stamp gives a reason; what cannot be (no consent, no
    /// such member, a day in the future) is refused whatever the reason.
    /// </summary>
    public static Decision<ImmutableArray<FormFlag>> Of(FamilyState family, StudyFrame frame, InstrumentDefinition instrument, FormEntry entry, Stamp stamp)
    {
        if (frame.Design.Wave(entry.Place.Wave) is not { } wave) return StudyRefusals.UnknownWave(entry.Place.Wave);
        if (FormPlaces.Fault(family, instrument, entry.Place) is { } misplaced) return misplaced;
        if (FormBasics.Fault(frame, entry.CompletedOn, entry.Language, stamp) is { } fault) return fault;
        if (entry.CompletedOn < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("completedOn");
        if (HasEnded(family, instrument, entry.CompletedOn)) return FamilyRefusals.Ended(family.EndedOn).At("completedOn");
        if (!family.Covers(instrument.Consent, entry.Place.Subject.Member, entry.Place.Respondent.Member, entry.Place.Wave, entry.CompletedOn)) return FormRefusals.NoConsent(instrument.Consent, entry.CompletedOn);
        var flags = FormFlags.Of(family, frame, wave, instrument, entry);
        return string.IsNullOrWhiteSpace(stamp.Why) && flags.Any(FormFlags.NeedsReason) ? FormRefusals.NeedsReason(flags.First(FormFlags.NeedsReason), instrument) : flags;
    }

    /// <summary>After a family's part has ended only its case file is read, and not where it should never have been in the study.</summary>
    private static bool HasEnded(FamilyState family, InstrumentDefinition instrument, DateOnly day) =>
        day > family.EndedOn && (instrument.Track != Track.CaseRecord || family.EndReason == EndReason.FoundIneligible);
}
