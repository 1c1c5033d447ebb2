using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms;

public sealed class FormPartiesTests
{
    private static Decision<FormPlace> Place(FamilyBuilder family, string instrument, MemberId? named = null, string respondent = "") =>
        FormParties.Place(family.State, family.Frame, InstrumentShelf.Library[instrument], T1, named, respondent, new(2026, 3, 1));

    [Fact]
    public void A_family_with_one_child_and_one_parent_needs_nobody_named()
    {
        var family = FamilyBuilder.TakingPart();
        Assert.Equal(new FormPlace(T1, new("sdq-p-4-17"), family.Child, family.Parent), Place(family, "sdq-p-4-17").Accepted());
        Assert.Equal(new FormPlace(T1, new("parent-questionnaire"), Party.Family, family.Parent), Place(family, "parent-questionnaire").Accepted());
        Assert.Equal(new FormPlace(T1, new("lubben-6"), family.Parent, family.Parent), Place(family, "lubben-6").Accepted());
        Assert.Equal(new FormPlace(T1, new("case-record"), Party.Family, Party.CaseFile), Place(family, "case-record").Accepted());
    }

    [Fact]
    public void Of_two_children_nobody_is_guessed()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Child, "2019-03");
        var refused = Place(family, "sdq-p-4-17").Refused();
        Assert.Equal("form.which-subject", refused.Code);
        Assert.Contains($"{family.MemberOf('C', 2)}", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(family.MemberOf('C', 2), Place(family, "sdq-p-4-17", family.MemberOf('C', 2)).Accepted().Subject.Member);
    }

    [Fact]
    public void Of_two_parents_the_main_respondent_answers_unless_another_is_named()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Parent);
        Assert.Equal(family.Parent, Place(family, "sdq-p-4-17").Accepted().Respondent.Member);
        family.Visited(T1, "2026-03-01", family.MemberOf('P', 2));
        Assert.Equal(family.MemberOf('P', 2), Place(family, "sdq-p-4-17").Accepted().Respondent.Member);
        Assert.Equal(family.Parent, Place(family, "sdq-p-4-17", respondent: $"{family.Parent}").Accepted().Respondent.Member);
    }

    [Fact]
    public void A_part_is_looked_for_in_the_family_and_its_absence_said()
    {
        var family = FamilyBuilder.TakingPart();
        Assert.Equal("form.no-respondent", Place(family, "sdq-t-4-17", respondent: "teacher").Refused().Code);
        family.With(MemberRole.Teacher);
        Assert.Equal(family.MemberOf('R', 1), Place(family, "sdq-t-4-17", respondent: "teacher").Accepted().Respondent.Member);
        Assert.Equal("form.no-respondent", Place(family, "sdq-p-4-17", respondent: "teacher").Refused().Code);
    }
}
