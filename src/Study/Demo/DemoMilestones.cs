using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>The days and members on which one family's facts hang.</summary>
internal sealed record DemoMilestones(DateOnly Sampled, DateOnly Agreed, DateOnly FirstMet, Window SecondWindow, DateOnly? SecondMet)
{
    public required MemberId Parent { get; init; }

    /// <summary>A second adult who parents; <c>null</c> in most families.</summary>
    public MemberId? OtherParent { get; init; }

    public required MemberId[] Children { get; init; }
    public required BirthMonth[] Births { get; init; }

    /// <summary>The teacher who was asked; <c>null</c> where the family gave no consent for it.</summary>
    public MemberId? Teacher { get; init; }

    /// <summary>Who cares for the children that were removed; <c>null</c> where none was.</summary>
    public MemberId? OtherCarer { get; init; }

    public required string Language { get; init; }

    public static DemoMilestones Of(DemoFrame frame, FamilyPlan plan)
    {
        var draws = plan.Draws(Purpose.Enrolment);
        var dates = plan.Draws(Purpose.Dates);
        var met = frame.Calendar.FirstWave(plan.Cohort, plan.Second, dates);
        var sampled = met.AddDays(-dates.Between(28, 60));
        var wave = frame.Design.Waves[1];
        var target = plan.MissedFirst ? frame.Design.Cohorts[plan.Cohort].Starts.AddMonths(wave.DesignMonths) : met.AddMonths(wave.OffsetMonths);
        var second = plan.Second == SecondWave.Interviewed ? target.AddDays(dates.Between(-20, 55)) : (DateOnly?)null;
        var other = draws.Chance(0.35);
        return new(sampled, sampled.AddDays(dates.Between(12, 20)), met, new(target.AddDays(-wave.OpensBefore), target, target.AddDays(wave.ClosesAfter)), second)
        {
            Parent = MemberId.Of(plan.Id, 'P', 1),
            OtherParent = other ? MemberId.Of(plan.Id, 'P', 2) : null,
            OtherCarer = plan.Removed > 0 ? MemberId.Of(plan.Id, 'P', other ? 3 : 2) : null,
            Children = [.. plan.Children.Select((_, i) => MemberId.Of(plan.Id, 'C', i + 1))],
            Births = [.. plan.Children.Select(c => BirthOf(met, c.AgeInMonths))],
            Teacher = plan.Children.Any(c => c.AgeInMonths >= 40) && draws.Chance(0.5) ? MemberId.Of(plan.Id, 'R', 1) : null,
            Language = draws.Chance(0.91) ? "en" : draws.Any<string>(["bn", "pl", "so", "ur", "ro"]),
        };
    }

    private static BirthMonth BirthOf(DateOnly met, int months) => met.AddMonths(-months) is var born ? new(born.Year, born.Month) : default;
}
