using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Rows that are one thing of a family's record, or one worker or site.</summary>
public abstract partial class RowUnit
{
    public static RowUnit CaseEvent { get; } = new OneOfFamily("case event", family => family.CaseEvents.Length, isOfCaseFile: true);

    public static RowUnit Attempt { get; } = new OneOfFamily("attempt to reach a family", family => family.Attempts.Length, (family, place) => family.Attempts[place].Stands);

    public static RowUnit Tracing { get; } = new OneOfFamily("attempt to find a family", family => family.Tracing.Length, (family, place) => family.Tracing[place].Stands);

    public static RowUnit Appointment { get; } = new OneOfFamily("appointment with a family", family => family.Appointments.Length);

    public static RowUnit Disposition { get; } = new OneOfFamily("final disposition", family => family.Dispositions.Length);

    public static RowUnit Worker { get; } = new OneOfFrame("social worker", reading => reading.Workers.Length);

    public static RowUnit Site { get; } = new OneOfFrame("site", reading => reading.Sites.Length);

    public static RowUnit FocusGroup { get; } = new OneOfFrame("focus group or key-informant interview", reading => reading.Groups.Length);

    private sealed class OneOfFamily(string name, Func<FamilyState, int> count, Func<FamilyState, int, bool>? stands = null, bool isOfCaseFile = false) : RowUnit(name)
    {
        internal override int Places(FamilyReading reading) => isOfCaseFile && !reading.MayUseCaseFile ? 0 : count(reading.Family);

        internal override bool Turn(FamilyReading reading, int place)
        {
            reading.Place = place;
            return stands is null || stands(reading.Family, place);
        }
    }

    private sealed class OneOfFrame(string name, Func<FamilyReading, int> count) : RowUnit(name)
    {
        public override bool IsOfFamilies => false;

        internal override int Places(FamilyReading reading) => count(reading);

        internal override bool Turn(FamilyReading reading, int place)
        {
            reading.Place = place;
            return true;
        }
    }
}
