using SosLongitudinal.Extracts.Redcap;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Reading;

public sealed partial class FamilyReading
{
    private List<RedcapRow> redcapRows = [];
    private FormReading? noForm;

    /// <summary>The row of a REDCap project's records, in a row that is one.</summary>
    internal RedcapRow Redcap { get; private set; } = null!;

    internal int ReadRedcap(IReadOnlyList<Measure> measures) => (redcapRows = [.. RedcapRow.Of(this, measures)]).Count;

    internal void TurnRedcap(int place)
    {
        Redcap = redcapRows[place];
        if (Redcap.Form is { } form) Form.Read(Redcap.Wave, form, Redcap.Instrument!);
        (noForm ??= new(this)).ReadNone(Redcap.Wave, MissingReason.NotApplicable);
    }

    /// <summary>The row's form where it is of this measure; else none.</summary>
    internal FormReading RedcapForm(Measure measure) => ReferenceEquals(Redcap.Measure, measure) ? Form : noForm!;
}
