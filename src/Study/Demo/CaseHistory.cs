using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>When a case was closed and came back; either may be absent.</summary>
internal readonly record struct CaseDays(DateOnly? Closed, DateOnly? ReReferred);

/// <summary>Who holds the case between the waves, and what happens in it. Drawn apart from every answer: no worker effect is built in.</summary>
internal static class CaseHistory
{
    private const string By = DemoAccounts.Coordinator;
    private const string Source = "authority's case list";

    public static CaseDays Write(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days)
    {
        var draws = plan.Draws(Purpose.Case);
        var first = plan is { Cohort: 0, Course: CaseCourse.OneChange or CaseCourse.TwoChanges } && draws.Chance(0.4)
            ? frame.Workers.Leaver(plan.Site, draws)
            : frame.Workers.Present(plan.Site, draws);
        var began = days.Sampled.AddDays(-draws.Between(40, 300));
        var from = draws.Chance(0.3) ? new PartialDate(began.Year, began.Month) : began;
        history.Add(days.Sampled, By, new FamilyFact.WorkerAllocated(new CaseHolder.Named(first), from, Source, null));
        history.Add(days.Sampled, By, new FamilyFact.CaseEventRecorded(CaseEventKind.Referral, began, null, Source));
        if (draws.Chance(0.35)) Happens(history, CaseEventKind.PlanStarted, days.Sampled.AddDays(-draws.Between(1, 30)), days.Sampled, null);
        Removals(history, plan, days, draws);
        return Course(history, frame, plan, days, draws, first, from);
    }

    private static CaseDays Course(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days, Draws draws, WorkerId first, PartialDate from)
    {
        var latest = plan.IsPending ? 70 : 110; // what is recorded of an open window has happened already
        var change = days.FirstMet.AddDays(draws.Between(15, latest));
        var later = change.AddDays(draws.Between(14, 30));
        switch (plan.Course)
        {
            case CaseCourse.OneChange:
                Goes(history, change, draws, Another(first, plan.Moves ? (plan.Site + 1) % DemoSites.Count : plan.Site), plan.Moves ? "The family moved to another authority." : Why(draws));
                break;
            case CaseCourse.TwoChanges:
                var second = Another(first, plan.Site);
                Goes(history, change, draws, second, Why(draws));
                Goes(history, later, draws, draws.Chance(0.2) ? new CaseHolder.Named(frame.Workers.Present(plan.Site, draws, second.Worker)) : Another(second.Worker, plan.Site, first), Why(draws));
                break;
            case CaseCourse.Unallocated:
                Goes(history, change, draws, draws.Chance(0.5) ? new CaseHolder.Unallocated() : new CaseHolder.Team("Duty team"), "The worker left and nobody took the case over at once.");
                Goes(history, later, draws, Another(first, plan.Site), "The case was allocated again.");
                break;
            case CaseCourse.Closed:
                Goes(history, change, draws, new CaseHolder.Closed(), "The case was closed.");
                Happens(history, CaseEventKind.Closure, change, change.AddDays(6), null);
                if (!plan.ReReferred) return new(change, null);
                Happens(history, CaseEventKind.ReReferral, later, later.AddDays(5), null);
                Goes(history, later, draws, Another(first, plan.Site), "The family was referred again.");
                return new(change, later);
            case CaseCourse.NotKnown when draws.Chance(0.5):
                history.Because("The authority's list ends here.", change, By, new FamilyFact.WorkerAllocated(new CaseHolder.Named(first), from, Source, days.FirstMet.AddDays(10)));
                break;
            case CaseCourse.NotKnown:
                Goes(history, change, draws, new CaseHolder.NotKnown(), "The authority could not say who holds the case.");
                break;
        }
        return default;

        CaseHolder.Named Another(WorkerId than, int site, params ReadOnlySpan<WorkerId> nor) => new(frame.Workers.Present(site, draws, [than, .. nor]));
    }

    private static void Goes(FamilyHistory history, DateOnly on, Draws draws, CaseHolder to, string why) =>
        history.Because(why, on.AddDays(draws.Between(3, 12)), By, new FamilyFact.WorkerAllocated(to, on, Source, null));

    private static void Happens(FamilyHistory history, CaseEventKind what, DateOnly on, DateOnly recorded, MemberId? child) =>
        history.Add(recorded, By, new FamilyFact.CaseEventRecorded(what, on, child, Source));

    private static void Removals(FamilyHistory history, FamilyPlan plan, DemoMilestones days, Draws draws)
    {
        if (plan.Removed == 0) return;
        var on = days.FirstMet.AddDays(draws.Between(20, 140));
        for (var i = 0; i < plan.Removed; i++) Happens(history, CaseEventKind.Removal, on, on.AddDays(9), days.Children[i]);
        var carer = days.OtherCarer!.Value;
        history.Add(on.AddDays(10), By, new FamilyFact.MemberJoined(carer, draws.Chance(0.4) ? MemberRole.KinCarer : MemberRole.FosterCarer, null, Sex.NotKnown, on));
    }

    private static string Why(Draws draws) =>
        draws.Any<string>(["The worker left the authority.", "The case moved to another team.", "The worker is on long leave.", "An agency contract ended."]);
}
