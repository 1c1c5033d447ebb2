using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Decisions about who belongs to a family, and since when.</summary>
public static class MemberRules
{
    private const int MostMembers = 40;

    /// <summary>Adds members; their ids are the next free numbers of their letter. A child needs a birth month.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Join(FamilyState family, ImmutableArray<NewMember> members, DateOnly today)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.Members.Length + members.Length > MostMembers) return FamilyRefusals.TooManyMembers(MostMembers);
        var facts = ImmutableArray.CreateBuilder<FamilyFact>(members.Length);
        var numbers = family.Members.GroupBy(m => m.Id.Letter).ToDictionary(g => g.Key, g => g.Count());
        foreach (var m in members)
        {
            if (m.Role == MemberRole.Child && m.Birth is null) return FamilyRefusals.ChildNeedsBirth.At("birthMonth");
            if (m.Birth is { } birth && new PartialDate(birth.Year, birth.Month).Earliest > today) return FamilyRefusals.BornInFuture.At("birthMonth");
            if (m.Birth is { } born && m.Joined.Latest < new PartialDate(born.Year, born.Month).Earliest) return FamilyRefusals.JoinedBeforeBirth.At("joined");
            if (m.Joined.Earliest > today) return FamilyRefusals.Future.At("joined");
            var letter = m.Role.Letter();
            numbers[letter] = numbers.GetValueOrDefault(letter) + 1;
            facts.Add(new FamilyFact.MemberJoined(MemberId.Of(family.Id, letter, numbers[letter]), m.Role, m.Birth, m.Sex, m.Joined));
        }
        return facts.DrainToImmutable();
    }

    public static Decision<ImmutableArray<FamilyFact>> Leave(FamilyState family, MemberId member, PartialDate on) =>
        family.Member(member) is not { ErasedOn: null } m ? FamilyRefusals.UnknownMember(member)
        : m.Left == on ? Facts.None<FamilyFact>()
        : on.Latest < m.Joined.Earliest ? FamilyRefusals.LeftBeforeJoining
        : Facts.Of<FamilyFact>(new FamilyFact.MemberLeft(member, on));

    /// <summary>Corrects what was recorded about a member; the reason is part of the record.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Correct(FamilyState family, MemberId member, BirthMonth? birth, Sex sex, Stamp stamp) =>
        family.Member(member) is not { ErasedOn: null } m ? FamilyRefusals.UnknownMember(member)
        : (m.Birth, m.Sex) == (birth, sex) ? Facts.None<FamilyFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : m.Role == MemberRole.Child && birth is null ? FamilyRefusals.ChildNeedsBirth.At("birthMonth")
        : Facts.Of<FamilyFact>(new FamilyFact.MemberCorrected(member, birth, sex));

    /// <summary>Gives a member another role of the same kind, such as a parent's partner who becomes a carer. Adults and children stay what they are.</summary>
    public static Decision<ImmutableArray<FamilyFact>> TakeRole(FamilyState family, MemberId member, MemberRole role, PartialDate on, DateOnly today) =>
        family.Member(member) is not { ErasedOn: null } m ? FamilyRefusals.UnknownMember(member)
        : m.Role == role ? Facts.None<FamilyFact>()
        : (m.Role == MemberRole.Child) != (role == MemberRole.Child) ? FamilyRefusals.RoleOfAnotherKind.At("role")
        : on.Earliest > today ? FamilyRefusals.Future.At("on")
        : on.Latest < m.Joined.Earliest ? FamilyRefusals.RoleBeforeJoining.At("on")
        : Facts.Of<FamilyFact>(new FamilyFact.RoleTaken(member, role, on));

    /// <summary>Chooses the index child by the design's rule, or the one that the authority named.</summary>
    public static Decision<ImmutableArray<FamilyFact>> ChooseIndexChild(FamilyState family, StudyDesign design, MemberId? named, DateOnly today)
    {
        var children = Eligible(family, design, today).ToList();
        var chosen = named is { } id ? children.FirstOrDefault(c => c.Id == id) : design.IndexChoice switch
        {
            IndexChoice.Youngest => children.OrderByDescending(Born).ThenBy(c => c.Id).FirstOrDefault(),
            IndexChoice.Oldest => children.OrderBy(Born).ThenBy(c => c.Id).FirstOrDefault(),
            IndexChoice.NextBirthday => children.OrderBy(c => (c.Birth!.Value.Month - today.Month + 12) % 12).ThenBy(c => c.Id).FirstOrDefault(),
            _ => children.FirstOrDefault(),
        };
        if (chosen is null) return FamilyRefusals.NoEligibleChild;
        return family.IndexChild == chosen.Id ? Facts.None<FamilyFact>()
            : Facts.Of<FamilyFact>(new FamilyFact.IndexChildChosen(chosen.Id, named is null ? design.IndexChoice : IndexChoice.NamedByAuthority));

        static int Born(Member m) => m.Birth!.Value.Year * 12 + m.Birth.Value.Month;
    }

    public static bool CanChooseIndexChild(FamilyState family, StudyDesign design, DateOnly today) => Eligible(family, design, today).Any();

    private static IEnumerable<Member> Eligible(FamilyState family, StudyDesign design, DateOnly today) =>
        family.Members.Where(m => m.Role == MemberRole.Child && m.Left is null && m.Birth is { } b
            && b.AgeOn(today).Most >= design.YoungestChild && b.AgeOn(today).Least <= design.OldestChild);

    public static Decision<ImmutableArray<FamilyFact>> Move(FamilyState family, StudyFrame frame, SiteCode to, PartialDate on, DateOnly today) =>
        !family.Exists ? FamilyRefusals.Unknown
        : !frame.Sites.ContainsKey(to) ? Sites.SiteRefusals.Unknown(to) with { Kind = RefusalKind.Invalid }
        : on.Earliest > today ? FamilyRefusals.Future.At("on")
        : family.Sites.Contains(new(to, on)) ? Facts.None<FamilyFact>()
        : on.Latest < family.SampledOn ? FamilyRefusals.BeforeSampling(family.SampledOn).At("on")
        : Facts.Of<FamilyFact>(new FamilyFact.Moved(to, on));
}

/// <summary>A member to be added.</summary>
[Orleans.GenerateSerializer, Orleans.Immutable, Orleans.Alias("sos.new-member")]
public sealed record NewMember(
    [property: Orleans.Id(0)] MemberRole Role, [property: Orleans.Id(1)] BirthMonth? Birth, [property: Orleans.Id(2)] Sex Sex, [property: Orleans.Id(3)] PartialDate Joined);
