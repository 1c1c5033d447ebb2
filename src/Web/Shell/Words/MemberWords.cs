using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Members as people speak of them: never a name, always who they are to the child.</summary>
public static class MemberWords
{
    public static string Words(this MemberRole role) => role switch
    {
        MemberRole.Child => "Child",
        MemberRole.Parent => "Parent",
        MemberRole.KinCarer => "Kin carer",
        MemberRole.FosterCarer => "Foster carer",
        MemberRole.ResidentialWorker => "Residential worker",
        MemberRole.Teacher => "Teacher",
        _ => "Other adult",
    };

    public static string Words(this Sex sex) => sex switch { Sex.Male => "Male", Sex.Female => "Female", _ => "Not known" };

    /// <summary>The part of a member's id that tells them apart in their family: <c>C1</c>.</summary>
    public static string Short(this MemberId id) => id.ToString()[8..^1];

    /// <summary><c>Child C1</c></summary>
    public static string Words(this Member member) => $"{member.Role.Words()} {member.Id.Short()}";

    /// <summary><c>Child C1, girl, born May 2012</c></summary>
    public static string LongWords(this Member member) => string.Join(", ", new[]
    {
        member.Words(),
        member.Sex switch { Sex.NotKnown => null, _ when member.Role == MemberRole.Child => member.Sex == Sex.Male ? "boy" : "girl", var sex => sex.Words().ToLowerInvariant() },
        member.Birth is { } birth ? $"born {birth.Words()}" : null,
    }.Where(part => part is not null));

    public static string Words(this Party party, FamilyState family) =>
        party == Party.Family ? "The family"
        : party == Party.CaseFile ? "Case file"
        : party.Member is { } id && family.Member(id) is { } member ? member.Words() : party.ToString();
}
