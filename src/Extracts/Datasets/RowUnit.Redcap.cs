using SosLongitudinal.Extracts.Reading;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Rows as a REDCap project has them.</summary>
public abstract partial class RowUnit
{
    internal static RowUnit RedcapRow(IReadOnlyList<Measure> measures) => new OneRedcapRow(measures);

    private sealed class OneRedcapRow(IReadOnlyList<Measure> measures) : RowUnit("event of a record, or form at it")
    {
        internal override int Places(FamilyReading reading) => reading.ReadRedcap(measures);

        internal override bool Turn(FamilyReading reading, int place)
        {
            reading.TurnRedcap(place);
            return true;
        }
    }
}
