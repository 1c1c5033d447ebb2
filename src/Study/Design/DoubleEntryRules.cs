using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>Decisions about which share of forms is entered twice.</summary>
public static class DoubleEntryRules
{
    /// <summary>Declares a share; one for every wave takes the place of what was declared for single waves of that instrument.</summary>
    public static Decision<ImmutableArray<StudyFact>> Declare(StudyDesign now, InstrumentShelf shelf, DoubleEntryShare share)
    {
        if (!now.IsOpen) return StudyRefusals.NotOpen;
        if (Fault(now, shelf, share) is { } fault) return fault;
        var stands = share.Wave is null ? now.DoubleEntry.Count(s => s.Instrument == share.Instrument) <= 1 && now.DoubleEntry.Contains(share) : now.DoubleEntry.Contains(share);
        return stands ? Facts.None<StudyFact>() : Facts.Of<StudyFact>(new StudyFact.DoubleEntryDeclared(share));
    }

    internal static Refusal? Fault(StudyDesign design, InstrumentShelf shelf, DoubleEntryShare share) =>
        shelf.Find(share.Instrument) is null ? DoubleEntryRefusals.UnknownInstrument(share.Instrument).At("instrument")
        : share.Wave is { } wave && design.Wave(wave) is null ? StudyRefusals.UnknownWave(wave).At("wave")
        : share.Percent is < 0 or > 100 ? DoubleEntryRefusals.Share.At("percent")
        : null;

    internal static ImmutableArray<DoubleEntryShare> With(ImmutableArray<DoubleEntryShare> shares, DoubleEntryShare share) =>
        [.. shares.Where(s => s.Instrument != share.Instrument || (share.Wave is not null && s.Wave != share.Wave)), share];
}

/// <summary>Refusals about declaring double entry. Codes are public and never reworded.</summary>
public static class DoubleEntryRefusals
{
    public static readonly Refusal Share = new("study.double-entry-share", "Give the share of forms to be entered twice as a whole number from 0 to 100.");
    public static Refusal UnknownInstrument(InstrumentId id) => new("study.double-entry-instrument", $"There is no instrument '{id}' to be entered twice.", RefusalKind.NotFound);
}
