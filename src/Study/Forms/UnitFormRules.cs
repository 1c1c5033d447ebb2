using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>Decisions about forms of workers and sites: what holds of every form, whomever it is about, and that there is one a wave.</summary>
public static class UnitFormRules
{
    /// <param name="subject">Worker or site.</param>
    /// <param name="there">The unit's forms.</param>
    /// <returns>Whether anything changes; the same form again does not.</returns>
    public static Decision<bool> Enter(ImmutableArray<UnitForm> there, StudyFrame frame, InstrumentSubject subject, UnitFormEntry entry, Stamp stamp)
    {
        if (frame.Design.Wave(entry.Wave) is null) return StudyRefusals.UnknownWave(entry.Wave);
        if (frame.Shelf.Find(entry.Instrument, entry.InstrumentVersion) is not { } instrument) return FormRefusals.UnknownInstrument(entry.Instrument);
        if (instrument.Subject != subject) return FormRefusals.SubjectOfWrongKind(entry.Instrument, instrument.Subject);
        if (FormBasics.Fault(frame, entry.CompletedOn, entry.Language, stamp) is { } fault) return fault;
        return At(there, entry.Wave, entry.Instrument) switch
        {
            null => true,
            { Entry: var same } when same == entry => false,
            { } other when string.IsNullOrWhiteSpace(stamp.Why) => FormRefusals.AlreadyHere(other),
            _ => true,
        };
    }

    public static UnitForm? At(ImmutableArray<UnitForm> forms, WaveCode wave, InstrumentId instrument) =>
        forms.FirstOrDefault(f => f.Entry.Wave == wave && f.Entry.Instrument == instrument);

    /// <summary>The forms with one more; one of the same wave and instrument gives way.</summary>
    public static ImmutableArray<UnitForm> With(ImmutableArray<UnitForm> forms, UnitFormEntry entry, FactHead head) =>
        [.. forms.Where(f => (f.Entry.Wave, f.Entry.Instrument) != (entry.Wave, entry.Instrument)), new UnitForm(entry, head.At, head.By, head.N)];
}
