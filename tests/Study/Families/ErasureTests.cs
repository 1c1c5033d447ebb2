using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Families;

public sealed class ErasureTests
{
    private static readonly DateOnly On = new(2026, 6, 1);

    private static FamilyState Erased(FamilyBuilder family, MemberId member)
    {
        var reach = ErasureReach.Of(member, family.Ledger.Facts);
        var stamp = family.Stamp("asked for it");
        var facts = ErasureRules.Member(family.State, member, On, stamp, On).Accepted();
        return family.Ledger.Erase(f => reach.Contains(f.Head.N)).Append(facts, stamp).Facts.Aggregate(new FamilyState(family.State.Id), FamilyFold.Next);
    }

    [Fact]
    public void Nothing_that_was_recorded_of_an_erased_member_is_left_and_their_id_goes_to_nobody_else()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Child, "2016-05").Interviewed(T1, "2026-02-10").On("2026-06-01");
        var after = Erased(family, family.Child);

        var left = after.Member(family.Child)!;
        Assert.Equal((null, On), (left.Birth, left.ErasedOn));
        Assert.Equal(["parent-questionnaire"], after.Forms.Select(f => f.Place.Instrument.Text)); // the family's own stays
        Assert.False(after.Consents.AllowUse(ConsentScope.Interview, family.Child, On));
        Assert.True(after.Consents.Cover(ConsentScope.Interview, null, On));
        var joined = MemberRules.Join(after, [new(MemberRole.Child, new(2026, 1), Sex.NotKnown, On)], On).Accepted();
        Assert.Equal(family.MemberOf('C', 3), Assert.IsType<FamilyFact.MemberJoined>(Assert.Single(joined)).Member);
    }

    [Fact]
    public void A_form_keyed_under_the_erased_member_and_moved_to_another_stays_with_the_other()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Child, "2016-05").Interviewed(T1, "2026-02-10").On("2026-06-01");
        var sibling = family.MemberOf('C', 2);
        var place = family.State.Forms.Single(f => f.Place.Subject.Member == family.Child).Place;
        family.Does((f, s) => MoveRules.Move(f, family.Frame, place, place with { Subject = sibling }, s), "keyed under the wrong child");

        Assert.Contains(Erased(family, family.Child).Forms, f => f.Place.Subject.Member == sibling);
        Assert.DoesNotContain(Erased(family, sibling).Forms, f => f.Place.Instrument == place.Instrument);
    }

    [Fact]
    public void An_erasure_sent_again_after_its_content_is_gone_decides_the_same()
    {
        var family = FamilyBuilder.TakingPart().On("2026-06-01");
        var gone = family.Ledger.Erase(_ => true).Facts.Aggregate(new FamilyState(family.State.Id), FamilyFold.Next);
        var left = ErasedFamily.Of(family.State, On);

        Assert.Equal(ErasureRules.Family(family.State, left, family.Stamp("asked"), On).Accepted(), ErasureRules.Family(gone, left, family.Stamp("asked"), On).Accepted());
        Assert.Equal(ErasureRules.Member(family.State, family.Child, On, family.Stamp("asked"), On).Accepted(), ErasureRules.Member(gone, family.Child, On, family.Stamp("asked"), On).Accepted());
        Assert.Equal("reason.needed", ErasureRules.Family(family.State, left, family.Stamp(), On).Refused().Code);
        Assert.Equal("member.unknown", ErasureRules.Member(family.State, family.MemberOf('C', 9), On, family.Stamp("asked"), On).Refused().Code);
    }
}
