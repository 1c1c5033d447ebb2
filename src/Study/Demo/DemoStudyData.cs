using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Templates;

namespace SosLongitudinal.Study.Demo;

/// <summary>
/// The demo study, made from a seed and a day: the same two always give the same facts. Every figure of the published study that it is made to is listed in
/// EFFECTS.md beside this file; it is evidence of nothing.
/// </summary>
public sealed class DemoStudyData
{
    public const ulong UsualSeed = 2017;
    private readonly DemoFrame frame;
    private readonly FamilyPlan[] plans;
    private readonly OutsideFamilies outside;

    /// <param name="families">How many take part at Time 1. Those that never consent and those missed at Time 1 come on top, in proportion.</param>
    /// <param name="today">The day it is made for, from which its dates are counted back.</param>
    public DemoStudyData(int families, DateOnly today, ulong seed = UsualSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(families);
        frame = new(seed, families, today);
        plans = DemoPlan.Of(seed, families);
        outside = new(frame, plans, families);
    }

    public StudyTemplate Template => frame.Template;

    public StudyDesign Design => frame.Design;

    public IEnumerable<DemoWorker> Workers => frame.Workers.All;

    public IEnumerable<DemoGroup> Groups => new DemoGroups(frame.Seed, frame.Design, frame.Calendar, [.. frame.Template.Sites.Select(s => s.Code)], frame.Workers.All).All;

    public IEnumerable<DemoTray> Trays => new DemoTrays(frame).All;

    /// <summary>The demo's study secret: no secret at all, so that the same forms are drawn for double entry on every machine.</summary>
    public byte[] Secret => frame.Secret;

    /// <summary>How many families consented; they have the first numbers.</summary>
    public int Taking => plans.Length;

    /// <summary>How many families there are, outside ones too.</summary>
    public int Count => plans.Length + outside.Count;

    /// <summary>Before the first family was sampled.</summary>
    public DateTimeOffset Opened => new(frame.Calendar.Opening.AddDays(-60), new TimeOnly(9, 0), TimeSpan.Zero);

    public FamilyId IdOf(int number) => number < plans.Length ? plans[number].Id : outside.IdOf(number - plans.Length);

    public IEnumerable<DemoFamily> Families => Enumerable.Range(0, Count).Select(Family);

    /// <summary>One family, made on its own; may be called from several threads.</summary>
    public DemoFamily Family(int number) => number < plans.Length ? HistoryOf(plans[number]) : outside.Family(number - plans.Length);

    private DemoFamily HistoryOf(FamilyPlan plan)
    {
        var history = new FamilyHistory(plan.Id, DemoPlan.OperationPrefix(frame.Seed, plan.Number));
        var days = DemoMilestones.Of(frame, plan);
        EnrolmentHistory.Write(history, frame, plan, days);
        var course = CaseHistory.Write(history, frame, plan, days);
        WaveHistory.Write(history, frame, plan, days, course);
        return history.Told();
    }
}
