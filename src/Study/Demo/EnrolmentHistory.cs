using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Study.Demo;

/// <summary>From the authority's list to consent, who belongs to the family, and how its part may end.</summary>
internal static class EnrolmentHistory
{
    public static void Write(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days)
    {
        const string by = DemoAccounts.Coordinator;
        var draws = plan.Draws(Purpose.Enrolment);
        var site = frame.Sites[plan.Site];
        history.Add(days.Sampled, by, new FamilyFact.Sampled(site, frame.Design.Cohorts[plan.Cohort].Code, $"{site.Text[..3].ToUpperInvariant()}-{plan.Number + 1:0000}", days.Sampled));
        history.Add(days.Sampled.AddDays(3), by, new FamilyFact.Screened(true, days.Sampled.AddDays(3)));
        history.Add(days.Sampled.AddDays(8), by, new FamilyFact.Approached("the family's social worker", days.Sampled.AddDays(8)));
        history.Add(days.Agreed, by, new FamilyFact.AgreedToContact(days.Agreed));
        history.Add(days.Agreed, by, [.. Members(plan, days), new FamilyFact.IndexChildChosen(Youngest(days), frame.Design.IndexChoice)]);
        var consents = Consents(plan, days, draws).ToArray();
        history.Add(days.FirstMet.AddDays(-4), DemoAccounts.InterviewerOf(plan.Site), consents);

        var around = days.SecondWindow.Target;
        if (plan.Moves)
            history.Add(days.FirstMet.AddDays(70), by, new FamilyFact.Moved(frame.Sites[(plan.Site + 1) % DemoSites.Count], days.FirstMet.AddDays(62)));
        if (plan.SiblingJoins)
        {
            var joined = days.FirstMet.AddDays(90);
            history.Add(days.FirstMet.AddDays(100), by, new FamilyFact.MemberJoined(
                SiblingOf(plan), MemberRole.Child, plan.SiblingBirth(days.FirstMet), Sex.Female, joined));
        }
        if (plan.Ends is not { } reason) return;
        var on = around.AddDays(draws.Between(-20, 20));
        if (plan.Withdrew) history.Add(on, by, new FamilyFact.ConsentWithdrawn([.. consents.Select(c => c.Scope)], WithdrawalExtent.NoFurtherContact, on));
        history.Because(WhyEnded(reason), on, by, new FamilyFact.Ended(reason, on));
    }

    public static Kernel.MemberId SiblingOf(FamilyPlan plan) => Kernel.MemberId.Of(plan.Id, 'C', plan.Children.Length + 1);

    /// <summary>The first of those born last.</summary>
    private static Kernel.MemberId Youngest(DemoMilestones days) => days.Children[Array.IndexOf(days.Births, days.Births.MaxBy(b => b.Year * 12 + b.Month))];

    private static IEnumerable<FamilyFact> Members(FamilyPlan plan, DemoMilestones days)
    {
        yield return new FamilyFact.MemberJoined(days.Parent, MemberRole.Parent, null, Sex.Female, days.Agreed);
        if (days.OtherParent is { } other) yield return new FamilyFact.MemberJoined(other, MemberRole.Parent, null, Sex.Male, days.Agreed);
        for (var i = 0; i < days.Children.Length; i++)
            yield return new FamilyFact.MemberJoined(days.Children[i], MemberRole.Child, days.Births[i], plan.Children[i].Sex, days.Agreed);
        if (days.Teacher is { } teacher) yield return new FamilyFact.MemberJoined(teacher, MemberRole.Teacher, null, Sex.NotKnown, days.Agreed);
    }

    /// <summary>A case file may be read in every family whose record will be coded and in half of the rest.</summary>
    private static IEnumerable<FamilyFact.ConsentGiven> Consents(FamilyPlan plan, DemoMilestones days, Draws draws)
    {
        var (on, by) = (days.FirstMet.AddDays(-4), days.Parent.ToString());
        yield return new FamilyFact.ConsentGiven(ConsentScope.Interview, null, by, on);
        if (plan.CaseRecord || draws.Chance(0.5)) yield return new FamilyFact.ConsentGiven(ConsentScope.CaseFile, null, by, on);
        if (days.Teacher is not null) yield return new FamilyFact.ConsentGiven(ConsentScope.Teacher, null, by, on);
        if (plan.AsksChildren) yield return new FamilyFact.ConsentGiven(ConsentScope.ChildInterview, null, by, on);
        if (draws.Chance(0.8)) yield return new FamilyFact.ConsentGiven(ConsentScope.Archiving, null, by, on);
    }

    private static string WhyEnded(EndReason reason) => reason switch
    {
        EndReason.Died => "The authority told us that the parent has died.",
        EndReason.FoundIneligible => "The case had been opened in error.",
        EndReason.MovedOutOfScope => "The family moved abroad.",
        _ => "The parent no longer wants to take part.",
    };
}
