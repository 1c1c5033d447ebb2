using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Families;

public sealed class MoveTests
{
    private static FamilyBuilder Moved(FamilyBuilder family, SiteCode to, PartialDate on) => family.On("2026-12-31").Does((f, _) => MemberRules.Move(f, Small, to, on, family.Today));

    [Fact]
    public void A_family_belongs_to_its_new_site_from_the_day_of_the_move()
    {
        var family = Moved(FamilyBuilder.TakingPart(), Birchford, new DateOnly(2026, 4, 1)).State;

        Assert.Equal((Ashmere, Ashmere, Birchford, Birchford), (family.SiteAtEnrolment, family.SiteOn(new(2026, 3, 31)), family.SiteOn(new(2026, 4, 1)), family.Site));
    }

    [Fact]
    public void A_move_of_which_only_the_year_is_known_never_changes_the_site_at_enrolment()
    {
        var family = Moved(FamilyBuilder.TakingPart(), Birchford, new(2026)).State; // 1 January 2026 is before the family was sampled

        Assert.Equal((Ashmere, Birchford), (family.SiteAtEnrolment, family.Site));
    }

    [Fact]
    public void A_move_recorded_late_takes_its_place_by_date_and_one_of_the_same_date_replaces_the_other()
    {
        var family = Moved(Moved(FamilyBuilder.TakingPart(), Ashmere, new DateOnly(2026, 8, 1)), Birchford, new DateOnly(2026, 4, 1));
        Assert.Equal([Ashmere, Birchford, Ashmere], family.State.Sites.Select(s => s.Site));

        Moved(family, Birchford, new DateOnly(2026, 8, 1));
        Assert.Equal([Ashmere, Birchford, Birchford], family.State.Sites.Select(s => s.Site));
    }

    [Fact]
    public void A_move_that_cannot_have_been_is_refused_and_the_same_one_again_changes_nothing()
    {
        var family = FamilyBuilder.TakingPart().On("2026-04-01");

        Assert.Equal("date.future", family.Asks((f, _) => MemberRules.Move(f, Small, Birchford, new DateOnly(2026, 4, 2), family.Today)).Refused().Code);
        Assert.Equal("date.before-sampling", family.Asks((f, _) => MemberRules.Move(f, Small, Birchford, new PartialDate(2025), family.Today)).Refused().Code);
        Assert.Equal("site.unknown", family.Asks((f, _) => MemberRules.Move(f, Small, new("nowhere"), new DateOnly(2026, 4, 1), family.Today)).Refused().Code);
        Assert.Empty(Moved(family, Birchford, new DateOnly(2026, 4, 1)).Asks((f, _) => MemberRules.Move(f, Small, Birchford, new DateOnly(2026, 4, 1), family.Today)).Accepted());
    }

    [Fact]
    public void Sites_stand_in_order_behind_the_site_at_enrolment_whatever_order_moves_are_recorded_in() =>
        Gen.Select(Some.Any(Ashmere, Birchford), Some.DayOf2026.SelectMany(Some.AsKnown)).List[0, 6].Sample(moves =>
        {
            var family = moves.Aggregate(FamilyBuilder.TakingPart(), (f, move) => Moved(f, move.Item1, move.Item2)).State;
            var later = family.Sites.Skip(1).Select(s => s.From.Earliest).ToList();
            return family.SiteAtEnrolment == Ashmere && later.SequenceEqual(later.Order()) && family.Sites.Skip(1).Select(s => s.From).Distinct().Count() == later.Count;
        }, iter: 100);
}
