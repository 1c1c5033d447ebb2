using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Demo;

/// <summary>The coding of a family's case record; at Time 2 it says what the case's events say.</summary>
internal static class CaseRecordAnswers
{
    private static readonly Answer NotApplicable = Answer.Of(MissingReason.NotApplicable);

    public static Answers Of(FamilyPlan plan, int wave, CaseDays course, Draws draws)
    {
        var issues = plan.Draws(Purpose.Earlier); // the same at both waves, as the record is
        var (abuse, neglect, mental, substance, count) = (issues.Chance(0.48), issues.Chance(0.42), issues.Chance(0.38), issues.Chance(0.27), issues.Between(1, 6));
        var removed = wave == 0 ? 0 : plan.Removed;
        var state = wave == 0 ? 0 : plan.Course switch { CaseCourse.Closed => plan.ReReferred ? 3 : 2, CaseCourse.NotKnown => 4, _ => 1 };
        return DemoForms.CaseRecord.Of(
            ("earlierref", YesNo(plan.EarlierReferral)), ("refcount", plan.EarlierReferral ? Answer.Of(count) : NotApplicable),
            ("abuse", YesNo(abuse)), ("neglect", YesNo(neglect)), ("mental", YesNo(mental)), ("substance", YesNo(substance)),
            ("plan", Answer.Of(removed > 0 ? 3 : state == 2 ? 0 : draws.Between(0, 2))), ("safetyplan", YesNo(draws.Chance(0.4 + 0.15 * plan.Band))),
            ("state", Answer.Of(state)),
            ("closedon", state is 2 or 3 ? Answer.Of(course.Closed!.Value) : NotApplicable), ("rereferredon", state == 3 ? Answer.Of(course.ReReferred!.Value) : NotApplicable),
            ("removal", YesNo(removed > 0)), ("removed", removed > 0 ? Answer.Of(removed) : NotApplicable));
    }

    private static Answer YesNo(bool yes) => Answer.Of(yes ? 1 : 0);
}
