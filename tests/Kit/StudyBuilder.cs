using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Tests.Kit;

/// <summary>
/// A small study as rules see it: two sites, one cohort in the first half of 2026, two waves six months apart, three tracks. A test says only what differs.
/// </summary>
public sealed class StudyBuilder
{
    public static readonly SiteCode Ashmere = new("ashmere");
    public static readonly SiteCode Birchford = new("birchford");
    public static readonly CohortCode Cohort = new("c1");
    public static readonly WaveCode T1 = new("t1");
    public static readonly WaveCode T2 = new("t2");
    public static readonly WaveCode T3 = new("t3");

    private readonly ImmutableDictionary<WorkerId, SocialWorker>.Builder workers = ImmutableDictionary.CreateBuilder<WorkerId, SocialWorker>();
    private StudyDesign design = SmallDesign;

    public StudyBuilder()
    {
        Worker("amina", Employment.Permanent);
        Worker("ben", Employment.Permanent);
        Worker("cass", Employment.Agency);
    }

    public static StudyDesign SmallDesign { get; } = new()
    {
        Title = "A small study",
        Bands = [new("new", "New"), new("experienced", "Experienced")],
        Cohorts = [new(Cohort, "Cohort 1", new(2026, 1, 1), new(2026, 6, 30))],
        Waves = [new(T1, "Time 1", 1), new(T2, "Time 2", 2, T1, OffsetMonths: 6, DesignMonths: 9, OpensBefore: 28, ClosesAfter: 56)],
        Children = ChildSelection.AllEligible,
        Schedule =
        [
            new(new("parent-questionnaire"), DueSubject.Family, DueRespondent.MainCarer) { Required = true },
            new(new("sdq-p-2-4"), DueSubject.StudyChild, DueRespondent.MainCarer, 2, 3, new("sdq-p-2-4-followup")) { Required = true },
            new(new("sdq-p-4-17"), DueSubject.StudyChild, DueRespondent.MainCarer, 4, 17, new("sdq-p-4-17-followup")) { Required = true },
            new(new("sdq-s-11-17"), DueSubject.StudyChild, DueRespondent.Self, 11, 17, new("sdq-s-11-17-followup")),
            new(new("lubben-6"), DueSubject.MainCarer, DueRespondent.MainCarer),
            new(new("sdq-t-4-17"), DueSubject.StudyChild, DueRespondent.Teacher, 4, 17, new("sdq-t-4-17-followup")),
            new(new("case-record"), DueSubject.Family, DueRespondent.CaseFile),
        ],
    };

    /// <summary>The study as it is where a test changes nothing. It stands behind the design that it is made of.</summary>
    public static StudyFrame Small { get; } = new StudyBuilder().Frame;

    public StudyFrame Frame => new()
    {
        Version = 1,
        Design = design,
        Sites = ImmutableDictionary<SiteCode, Site>.Empty.Add(Ashmere, new(Ashmere, "Ashmere")).Add(Birchford, new(Birchford, "Birchford")),
        Workers = workers.ToImmutable(),
    };

    /// <summary>A frame whose design is the small one but for the change; the change must be one that a study could be opened with.</summary>
    public static StudyFrame With(Func<StudyDesign, StudyDesign> change) => new StudyBuilder().Designed(change).Frame;

    public StudyBuilder Designed(Func<StudyDesign, StudyDesign> change)
    {
        design = StudyRules.Open(new(), change(SmallDesign)).Accepted().Aggregate(new StudyDesign(), (d, fact) => StudyFact.Fold(d, new(new(d.Version + 1, default, "", default, ""), fact, null)));
        return this;
    }

    public StudyBuilder Worker(string name, Employment employment, string from = "2025-01-01", string? left = null)
    {
        var id = WorkerOf(name);
        workers[id] = new(id) { Name = name, Site = Ashmere, Team = "North", Spells = [new(employment, DateOnly.Parse(from, null))], LeftOn = left is null ? null : DateOnly.Parse(left, null) };
        return this;
    }

    public static WorkerId WorkerOf(string name) => WorkerId.From(name);
}
