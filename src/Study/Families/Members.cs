using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What a member is to the children of the family. Teachers and workers outside the home are members too, so that they can be respondents.</summary>
public enum MemberRole { Child = 0, Parent = 1, KinCarer = 2, FosterCarer = 3, ResidentialWorker = 4, Teacher = 5, OtherAdult = 6 }

public enum Sex { NotKnown = 0, Male = 1, Female = 2 }

public static class MemberRoles
{
    public static bool IsCarer(this MemberRole role) => role is MemberRole.Parent or MemberRole.KinCarer or MemberRole.FosterCarer or MemberRole.ResidentialWorker;

    /// <summary>The letter that the member's id carries from joining on.</summary>
    public static char Letter(this MemberRole role) => role switch
    {
        MemberRole.Child => 'C',
        MemberRole.Teacher or MemberRole.OtherAdult => 'R',
        _ => 'P',
    };
}

/// <summary>A member of a family. Left on a day means: no longer a member on that day.</summary>
[GenerateSerializer, Immutable, Alias("sos.member")]
public sealed record Member(
    [property: Id(0)] MemberId Id,
    [property: Id(1)] MemberRole Role,
    [property: Id(2)] BirthMonth? Birth,
    [property: Id(3)] Sex Sex,
    [property: Id(4)] PartialDate Joined)
{
    [Id(5)] public PartialDate? Left { get; init; }

    /// <summary>When all that told of them was erased.</summary>
    [Id(6)] public DateOnly? ErasedOn { get; init; }

    /// <summary>Whether they can have been a member on a day: a joining known to the month or year counts from its first day, a leaving from its last.</summary>
    public bool IsOn(DateOnly day) => Joined.Earliest <= day && (Left is not { } left || left.Latest > day);
}
