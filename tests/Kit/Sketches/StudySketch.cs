using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Tests.Kit.Sketches;

/// <summary>
/// A small two-wave study to sketch families in: sites ashmere (new) and brackwell (experienced), cohort c1 of the first quarter of 2016, Time 2 six months
/// after Time 1 with a window of two weeks before and six weeks after, a permanent and an agency worker.
/// </summary>
public static class StudySketch
{
    public static readonly WaveCode T1 = new("t1");
    public static readonly WaveCode T2 = new("t2");
    public static readonly WorkerId Permanent = WorkerId.From("permanent");
    public static readonly WorkerId Agency = WorkerId.From("agency");
    public static readonly WorkerId Third = WorkerId.From("third");

    public static StudyDesign Design { get; } = new()
    {
        Title = "A sketch",
        Version = 1,
        Bands = [new("new", "New"), new("experienced", "Experienced")],
        Cohorts = [new(new("c1"), "Cohort 1", new(2016, 1, 1), new(2016, 3, 31))],
        Waves = [new(T1, "Time 1", 1), new(T2, "Time 2", 2, T1, 6, 8, 14, 42)],
        Schedule =
        [
            new(new("sdq-p-4-17"), DueSubject.StudyChild, DueRespondent.MainCarer, 4, 17, new("sdq-p-4-17-followup")) { Required = true },
            new(new("sdq-p-2-4"), DueSubject.StudyChild, DueRespondent.MainCarer, 2, 3, new("sdq-p-2-4-followup")) { Required = true },
            new(new("parent-questionnaire"), DueSubject.Family, DueRespondent.MainCarer),
            new(new("sdq-t-4-17"), DueSubject.StudyChild, DueRespondent.Teacher, 4, 17),
            new(new("case-record"), DueSubject.Family, DueRespondent.CaseFile),
        ],
    };

    public static StudyFrame Frame { get; } = new()
    {
        Version = 1,
        Design = Design,
        Sites = new[] { SiteOf("ashmere", "new"), SiteOf("brackwell", "experienced") }.ToImmutableDictionary(s => s.Code),
        Workers = new[] { WorkerOf(Permanent, Employment.Permanent), WorkerOf(Agency, Employment.Agency), WorkerOf(Third, Employment.Permanent) }.ToImmutableDictionary(w => w.Id),
    };

    private static Site SiteOf(string code, string band) => new(new(code), code) { Bands = [new(band, new(2015, 1, 1))] };

    private static SocialWorker WorkerOf(WorkerId id, Employment employment) =>
        new(id) { Name = $"Canary Worker {id}", Site = new("ashmere"), Team = "North", Spells = [new(employment, new(2015, 1, 1))] };
}
