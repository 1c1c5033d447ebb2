using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Rows that are one member of a family.</summary>
public abstract partial class RowUnit
{
    public static RowUnit Child { get; } = new OneMember("child", (_, member) => member.Role == MemberRole.Child);

    /// <summary>One row per member who filled in a form that may be used, or was interviewed.</summary>
    public static RowUnit Respondent { get; } = new OneMember("respondent", (reading, member) => reading.HasAnswered(member));

    private sealed class OneMember(string name, Func<FamilyReading, Member, bool> isOne) : RowUnit(name)
    {
        internal override int Places(FamilyReading reading) => reading.Family is { Exists: true, ErasedOn: null } ? reading.Family.Members.Length : 0;

        internal override bool Turn(FamilyReading reading, int place)
        {
            var member = reading.Family.Members[place];
            if (member.ErasedOn is not null || !isOne(reading, member)) return false;
            reading.Place = place;
            if (member.Role == MemberRole.Child) reading.Turn(member);
            return true;
        }
    }
}
