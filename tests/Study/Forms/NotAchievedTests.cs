using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms;

public sealed class NotAchievedTests
{
    private static Decision<ImmutableArray<FamilyFact>> Mark(FamilyBuilder family, string instrument, Party from, NotAchievedReason reason = NotAchievedReason.Refused, string on = "2026-03-01") =>
        family.Asks((f, s) => FormRules.MarkNotAchieved(f, Small, Place(family, instrument, from), reason, FamilyBuilder.Day(on), s));

    private static FamilyBuilder Marked(FamilyBuilder family, string instrument, Party from, NotAchievedReason reason) =>
        family.On("2026-03-01").Does((f, s) => FormRules.MarkNotAchieved(f, Small, Place(family, instrument, from), reason, new(2026, 3, 1), s));

    private static FormPlace Place(FamilyBuilder family, string instrument, Party from) => new(T1, new(instrument), family.Child, from);

    [Fact]
    public void A_form_that_arrives_later_takes_the_place_of_its_absence()
    {
        var family = FamilyBuilder.TakingPart();
        Marked(family, "sdq-p-4-17", family.Parent, NotAchievedReason.NotReturned);
        Assert.Equal(NotAchievedReason.NotReturned, family.State.NotAchieved.Single().Reason);

        family.Answered(T1, "sdq-p-4-17", "2026-03-05");
        Assert.Empty(family.State.NotAchieved);
        Assert.Equal("form.already-entered", Mark(family, "sdq-p-4-17", family.Parent).Refused().Code);
    }

    [Fact]
    public void Another_reason_for_the_same_place_takes_the_place_of_the_first()
    {
        var family = FamilyBuilder.TakingPart();
        Marked(Marked(family, "sdq-p-4-17", family.Parent, NotAchievedReason.NotReturned), "sdq-p-4-17", family.Parent, NotAchievedReason.Lost);

        Assert.Equal(NotAchievedReason.Lost, family.State.NotAchieved.Single().Reason);
        Assert.Empty(Mark(family, "sdq-p-4-17", family.Parent, NotAchievedReason.Lost).Accepted());
    }

    [Fact]
    public void A_teacher_s_form_can_be_given_up_without_a_teacher_and_only_for_that_reason()
    {
        var family = FamilyBuilder.TakingPart();
        Assert.Equal("form.unknown-respondent", Mark(family.On("2026-03-01"), "sdq-t-4-17", Party.Unnamed, NotAchievedReason.Refused).Refused().Code);

        Marked(family, "sdq-t-4-17", Party.Unnamed, NotAchievedReason.NoRespondent).With(MemberRole.Teacher).Answered(T1, "sdq-t-4-17", "2026-03-05");

        Assert.Empty(family.State.NotAchieved); // the teacher was found after all
        Assert.Single(family.State.Forms);
    }

    [Fact]
    public void A_day_that_cannot_be_is_refused()
    {
        var family = FamilyBuilder.TakingPart().On("2026-03-01");

        Assert.Equal("date.future", Mark(family, "sdq-p-4-17", family.Parent, on: "2026-03-02").Refused().Code);
        Assert.Equal("date.before-sampling", Mark(family, "sdq-p-4-17", family.Parent, on: "2026-01-04").Refused().Code);
    }
}
