using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms;

/// <summary>The child's age on the form's own date decides whether it is the right form.</summary>
public sealed class FormAgeTests
{
    private static IEnumerable<FormFlag> Flags(string born, string instrument, string on, string? why = null) =>
        FamilyBuilder.TakingPart(birth: born).Answered(T1, instrument, on, why: why).State.Forms.Single().Flags;

    [Theory]
    [InlineData("2018-03", "sdq-p-2-4")]  // eight years old
    [InlineData("2022-09", "sdq-p-4-17")] // three
    [InlineData("2015-09", "sdq-s-11-17")] // ten
    [InlineData("2008-02", "sdq-p-4-17")] // eighteen since February
    public void A_wrong_age_form_is_refused_unless_sent_again_with_a_reason_and_then_flagged(string born, string instrument)
    {
        var family = FamilyBuilder.TakingPart(birth: born).On("2026-04-10");
        var refused = family.Asks((f, s) => FormRules.Enter(f, Small, family.Entry(T1, instrument, "2026-04-10"), s)).Refused();

        Assert.Equal(("form.wrong-age-form", RefusalKind.Invalid, "completedOn"), (refused.Code, refused.Kind, refused.Faults.Single().Field));
        Assert.Equal([FormFlag.WrongAgeForm], Flags(born, instrument, "2026-04-10", "the wrong pack was taken along"));
    }

    [Theory]
    [InlineData("2015-04", "sdq-s-11-17")] // ten or eleven
    [InlineData("2022-04", "sdq-p-4-17")]  // three or four
    [InlineData("2021-04", "sdq-p-2-4")]   // four or five
    public void In_a_boundary_month_either_age_form_is_accepted_and_flagged(string born, string instrument) =>
        Assert.Equal([FormFlag.BoundaryAge], Flags(born, instrument, "2026-04-10"));

    [Theory]
    [InlineData("sdq-p-2-4"), InlineData("sdq-p-4-17")]
    public void At_exactly_four_both_forms_are_valid_whichever_is_due(string instrument) => Assert.Empty(Flags("2021-12", instrument, "2026-04-10"));

    [Fact]
    public void A_form_answered_before_a_birthday_is_of_the_age_before_however_late_it_is_entered() =>
        Assert.Empty(FamilyBuilder.TakingPart(birth: "2021-02").On("2026-06-01").Answered(T1, "sdq-p-2-4", "2026-01-31").State.Forms.Single().Flags);

    [Fact]
    public void A_flag_says_exactly_whether_the_ages_the_child_can_have_fit_the_form() => Gen.Select(Some.BirthMonth, Some.DayOf2026).Sample((born, on) =>
    {
        var family = new FamilyBuilder().Sampled().With(MemberRole.Child, "2018-03").With(MemberRole.Parent).AgreedToContact().Consented().On(on.ToString("O"));
        family.Does((f, s) => MemberRules.Correct(f, family.Child, born, Sex.NotKnown, s), "as generated");
        var entry = family.Entry(T1, "sdq-p-4-17", on.ToString("O"));
        var made = InstrumentShelf.Library["sdq-p-4-17"].Age!;

        var flags = FormFlags.Of(family.State, Small, Small.Design.Waves[0], InstrumentShelf.Library["sdq-p-4-17"], entry);

        var (least, most) = born.AgeOn(on);
        return flags.Contains(FormFlag.WrongAgeForm) == (!made.Contains(least) && !made.Contains(most))
            && flags.Contains(FormFlag.BoundaryAge) == (made.Contains(least) != made.Contains(most));
    }, iter: 200);
}
