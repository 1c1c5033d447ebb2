using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Templates;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>
/// A study in the field: the template's design with Time 1 open today, two sites, and families to work with. Time 1 began 60 days ago and lasts 60 more.
/// </summary>
public static class OpenedStudy
{
    public static readonly WaveCode T1 = WaveCode.Parse("t1");
    public static readonly InstrumentId Sdq = InstrumentId.Parse("sdq-p-4-17");
    public static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    public static readonly DateOnly Sampled = Today.AddDays(-50);

    /// <summary>A birth month that makes this age certain today.</summary>
    public static BirthMonth Aged(int years) => Today.AddYears(-years).AddMonths(-6) is var born ? new(born.Year, born.Month) : default;

    public static Stamp Stamp(string? why = null) => new(OperationId.New(), "first@study.example", DateTimeOffset.UtcNow, why);

    public static T Accepted<T>(Decision<T> decision) => decision.Match(value => value, why => throw new InvalidOperationException($"{why.Code}: {why.Sentence}"));

    public static async Task Open(RunningStudy study)
    {
        if ((await study.Grains.Study().Read()).IsOpen) return; // a demo study is
        var design = StudyTemplates.Find("signs-of-safety")!.Design with
        {
            Cohorts = [new(CohortCode.Parse("c1"), "Cohort 1", Today.AddDays(-60), Today.AddDays(60)), new(CohortCode.Parse("c2"), "Cohort 2", Today.AddDays(200), Today.AddDays(300))],
        };
        Accepted(await study.Grains.Study().Open(design, Stamp()));
        foreach (var (code, name) in new[] { (RunningStudy.OwnSite, "Ashbourne"), (RunningStudy.OtherSite, "Kelham") })
        {
            Accepted(await study.Grains.Site(code).Open(name, Stamp()));
            Accepted(await study.Grains.Site(code).SetBand("new", Today.AddYears(-1), Stamp()));
        }
    }

    /// <summary>A consented family: a child of eight, a parent and a teacher, everything consented to.</summary>
    public static Task<FamilyState> Family(this RunningStudy study, SiteCode? site = null, int age = 8, Func<Enrolment, Enrolment>? but = null) => Enrolled(study, but, new(
        site ?? RunningStudy.OwnSite, CohortCode.Parse("c1"), $"S-{Guid.NewGuid().ToString()[..8]}", Sampled,
        [
            new(MemberRole.Child, Aged(age), Sex.Female, Sampled.AddYears(-2)),
            new(MemberRole.Parent, null, Sex.Female, Sampled.AddYears(-2)),
            new(MemberRole.Teacher, null, Sex.NotKnown, Sampled),
        ])
    {
        ConsentedOn = Sampled.AddDays(5),
        ConsentGivenBy = "parent",
        Consents = [.. Enum.GetValues<ConsentScope>()],
    });

    public static Member Child(this FamilyState family) => family.Members.First(m => m.Role == MemberRole.Child);

    public static Member Parent(this FamilyState family) => family.Members.First(m => m.Role == MemberRole.Parent);

    public static FormPlace SdqPlace(this FamilyState family) => new(T1, Sdq, family.Child().Id, family.Parent().Id);

    /// <summary>A parent SDQ with the same answer to all 25 items and no difficulties beside.</summary>
    public static async Task<Form> EnterSdq(this RunningStudy study, FamilyState family, int each = 1)
    {
        var instrument = InstrumentShelf.Library[Sdq];
        var answers = Accepted(AnswerRules.Check(instrument, instrument.Items.Take(25).ToDictionary(i => i.Name, _ => Answer.Of(each)).Append(new("ebddiff", Answer.Of(0))).ToDictionary()));
        return Accepted(await study.Grains.Forms(family.Id).Enter(new(family.SdqPlace(), instrument.Version, Today.AddDays(-3), FormMode.Paper, "en", answers.Answers), Stamp())).Form;
    }

    /// <summary>A form about a worker or a site with one answer.</summary>
    public static UnitFormEntry UnitForm(string instrument, string item, int answer)
    {
        var definition = InstrumentShelf.Library[instrument];
        return new(T1, definition.Id, definition.Version, Today.AddDays(-3), FormMode.Online, "en", Accepted(AnswerRules.Check(definition, new Dictionary<string, Answer> { [item] = Answer.Of(answer) })).Answers);
    }

    public static async Task<SocialWorker> Worker(this RunningStudy study, string name, SiteCode? site = null) =>
        Accepted(await study.Grains.RegisterWorker(new(name, site ?? RunningStudy.OwnSite, "North", Employment.Permanent, Today.AddYears(-1)), Stamp()));

    private static async Task<FamilyState> Enrolled(RunningStudy study, Func<Enrolment, Enrolment>? but, Enrolment enrolment) =>
        Accepted(await study.Grains.Enrol(but?.Invoke(enrolment) ?? enrolment, Stamp()));
}
