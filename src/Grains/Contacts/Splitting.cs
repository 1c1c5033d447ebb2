using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// Makes two families of a household that split: a new one with those who go and the consents that stand, then the old one notes who left. Stopped in between and
/// sent again it goes on where it stopped.
/// </summary>
public sealed class Splitting(IGrainFactory grains, StudyFrames frames, ContactCarrying contacts)
{
    /// <returns>The new family.</returns>
    public async Task<Decision<FamilyState>> Split(FamilyId from, ImmutableArray<MemberId> going, DateOnly on, string serial, ContactViewer viewer, Stamp stamp)
    {
        var frame = await frames.Current();
        if (await grains.Family(from).Read() is not { } family) return FamilyRefusals.Unknown;
        var begun = await Begun(family, stamp);
        if (begun is null && SplitRules.Fault(family, going, on, frame.Design.Today(stamp.At), stamp) is { } no) return no;
        going = [.. family.Members.Select(m => m.Id).Where(going.Contains)]; // in one order, whatever the order in which they were chosen
        var enrolled = begun is null ? await grains.Enrol(Of(family, going, serial), stamp.For("new")) : begun;
        if (enrolled is not Decision<FamilyState>.Accepted(var household)) return enrolled;
        var links = Links(household.Id, family, going);
        var noted = await grains.Links(household.Id).ComeFrom(from, links, on, stamp.For("from"));
        if (noted is not Decision<FamilyState>.Accepted(var split)) return noted;
        if (family.NeedsTwo && !split.NeedsTwo) await grains.Safety(split.Id).SetTwoPerson(family.TwoPerson[^1].Reason, on, stamp.For("two people"));
        if (await contacts.Carry(from, split, links, viewer, stamp) is { } kept) return kept;
        return (await grains.Links(from).SplitInto(split.Id, links, on, stamp.For("into"))).Match<Decision<FamilyState>>(_ => split, why => why);
    }

    /// <summary>The household of an earlier run of the same command.</summary>
    private async Task<FamilyState?> Begun(FamilyState family, Stamp stamp)
    {
        var id = FamilyId.From(stamp.For("new").Operation.Text);
        return await grains.Family(id).Read() is { } household && (household.Links.Any(l => l.Family == family.Id) || household.Serial.StartsWith(family.Serial, StringComparison.Ordinal)) ? household : null;
    }

    private static Enrolment Of(FamilyState family, ImmutableArray<MemberId> going, string serial) => new(
        family.Site, family.Cohort, serial, family.SampledOn, [.. going.Select(m => family.Member(m)!).Select(m => new NewMember(m.Role, m.Birth, m.Sex, m.Joined))])
    {
        Approacher = "split household",
        ApproachedOn = family.Stage is >= Stage.Approached and not Stage.NotApproached ? family.SampledOn : null,
        AgreedOn = family.Stage >= Stage.AgreedToContact ? family.SampledOn : null,
        ConsentedOn = Standing(family) is { IsEmpty: false } ? family.ConsentedOn : null,
        ConsentGivenBy = $"family {family.Id}",
        Consents = Standing(family),
    };

    /// <summary>What the old family gave for all of them and has not withdrawn; none without the interview.</summary>
    private static ImmutableArray<ConsentScope> Standing(FamilyState family)
    {
        ImmutableArray<ConsentScope> standing = [.. family.Consents.Where(c => c.About is null && c.Wave is null && c.WithdrawnFrom is null).Select(c => c.Scope).Distinct()];
        return standing.Contains(ConsentScope.Interview) && family.ConsentedOn is not null ? standing : [];
    }

    private static ImmutableArray<MemberLink> Links(FamilyId to, FamilyState family, ImmutableArray<MemberId> going)
    {
        var numbers = new Dictionary<char, int>();
        return [.. going.Select(m => family.Member(m)!).Select(m =>
        {
            var letter = m.Role.Letter();
            numbers[letter] = numbers.GetValueOrDefault(letter) + 1;
            return new MemberLink(m.Id, MemberId.Of(to, letter, numbers[letter]));
        })];
    }
}
