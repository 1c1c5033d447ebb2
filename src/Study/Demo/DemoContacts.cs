using System.Collections.Immutable;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>How one member of a demo family is reached; flags only where they have any.</summary>
public sealed record DemoContact(MemberId Member, ContactDetails Details, SafeContact? Safety);

/// <summary>
/// Invented contact details: names of nobody, streets of nowhere, the postcode area ZZ that no place has, and telephone numbers from the ranges that the
/// regulator keeps free for drama. The same family always gets the same.
/// </summary>
public static class DemoContacts
{
    private static readonly string[] Streets = ["Larkhallow Row", "Oxendale Road", "Brindle Court", "Underbank Lane", "Saltmarket Street", "Yarrow Close", "Pennerley Avenue", "Quickfell Terrace"];
    private static readonly string[] Towns = ["Nether Marrow", "Gillowmoor", "Easterfold", "Winterslade", "Ravensworthy"];

    /// <summary>One for each member of the household; teachers are reached at their school and have none.</summary>
    public static ImmutableArray<DemoContact> Of(FamilyState family)
    {
        var draws = new Draws(DemoStudyData.UsualSeed, BitConverter.ToUInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{family.Id}"))));
        var surname = DemoNames.FamilyName(draws);
        ImmutableArray<string> home = [$"{draws.Between(1, 140)} {draws.Any<string>(Streets)}", draws.Any<string>(Towns)];
        var postcode = $"ZZ{draws.Between(1, 9)} {draws.Between(1, 9)}{(char)('A' + draws.Between(0, 25))}{(char)('A' + draws.Between(0, 25))}";
        var members = family.Members.Where(m => m.Role is not MemberRole.Teacher).Select(m => One(m, draws, surname, home, postcode)).ToList(); // before others are drawn
        return [.. members.Select(m => family.Member(m.Member)!.Role.IsCarer() && draws.Chance(0.6) ? m with { Details = m.Details with { Stable = [Knows(draws)] } } : m)];
    }

    private static StableContact Knows(Draws draws) => new(DemoNames.Adult(draws), draws.Any<string>(["sister", "brother", "mother", "friend", "neighbour"]))
    {
        Phone = $"01632 960{draws.Between(0, 999):000}",
        AddressLines = [$"{draws.Between(1, 140)} {draws.Any<string>(Streets)}", draws.Any<string>(Towns)],
        MayHear = draws.Chance(0.3) ? MayHear.StudyName : MayHear.CallerOnly,
    };

    private static DemoContact One(Member member, Draws draws, string surname, ImmutableArray<string> home, string postcode)
    {
        var adult = member.Role != MemberRole.Child;
        var elsewhere = member.Role is MemberRole.KinCarer or MemberRole.FosterCarer;
        var details = new ContactDetails($"{DemoNames.GivenName(draws)} {(elsewhere ? DemoNames.FamilyName(draws) : surname)}")
        {
            AddressLines = elsewhere ? [$"{draws.Between(1, 140)} {draws.Any<string>(Streets)}", home[1]] : home,
            Postcode = postcode,
            Phones = adult ? [$"07700 900{draws.Between(0, 999):000}"] : [],
            BirthDate = member.Birth is { } born ? new DateOnly(born.Year, born.Month, draws.Between(1, 28)) : null,
        };
        var safety = !adult || !draws.Chance(0.08) ? null
            : draws.Chance(0.5) ? new SafeContact { DoNotCall = true, SafeTimes = "Text first, weekdays before 3 pm" }
            : new SafeContact { NoLetters = true, NoMessages = true, CodeWord = "The library" };
        return new(member.Id, details, safety);
    }
}
