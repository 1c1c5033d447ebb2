using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>The forms of one family at one wave: which are filled, by whom, when, and which stay away.</summary>
internal sealed class WaveForms(FamilyHistory history, DemoFrame frame, FamilyPlan plan, DemoMilestones days, Draws draws, int wave, Window window)
{
    private const double Retest = 0.72;
    private const double Unshared = 0.694;
    private static readonly ImmutableArray<FormFlag>[] Flags = [[], [FormFlag.BoundaryAge], [FormFlag.OutsideWindow], [FormFlag.BoundaryAge, FormFlag.OutsideWindow]];

    public WaveCode Wave { get; } = frame.Design.Waves[wave].Code;

    private readonly EntryHistory entry = new(history, frame, plan, wave);

    private WavePlan Plan => plan.Waves[wave];

    public void Interview(DateOnly on, MemberId respondent)
    {
        var entered = on.AddDays(draws.Between(2, 12));
        if (draws.Chance(0.985)) Enter(DemoForms.Questionnaire.Definition, Party.Family, respondent, on, entered, QuestionnaireAnswers.Of(plan, wave, draws));
        else Stays(DemoForms.Questionnaire.Definition, Party.Family, respondent, on, entered);
        Measures(on, entered, respondent);
        for (var i = 0; i < days.Children.Length; i++) Child(on, entered, respondent, days.Children[i], days.Births[i], plan.Children[i].Difficulties, i < plan.Removed && wave > 0);
        if (wave > 0 && plan.SiblingJoins) Sibling(on, entered, respondent);
    }

    public void CaseRecord(DateOnly on, CaseDays course) =>
        Enter(DemoForms.CaseRecord.Definition, Party.Family, Party.CaseFile, on, on.AddDays(3), CaseRecordAnswers.Of(plan, wave, course, draws), FormMode.CaseFile);

    private void Measures(DateOnly on, DateOnly entered, MemberId carer)
    {
        Measure(DemoForms.Lubben, Plan.Lubben is { } lubben ? DemoForms.Lubben.Network(lubben, wave, draws) : null);
        Measure(DemoForms.Mastery, Plan.Mastery is { } mastery ? DemoForms.Mastery.Of(draws, mastery) : null);
        Measure(DemoForms.Engagement, Plan.Engagement is { } e ? DemoForms.Engagement.Of(draws, e.BuyIn, e.Receptivity, e.Relationship, e.Mistrust) : null);

        void Measure(ScoredForm form, Answers? answers)
        {
            if (answers is not null) Enter(form.Definition, carer, carer, on, entered, answers);
            else if (draws.Chance(0.5)) Stays(form.Definition, carer, carer, on, entered);
        }
    }

    private void Sibling(DateOnly on, DateOnly entered, MemberId respondent)
    {
        var joined = plan.SiblingBirth(days.FirstMet);
        Child(on, entered, respondent, EnrolmentHistory.SiblingOf(plan), joined, draws.Normal(), removed: false);
    }

    private void Child(DateOnly on, DateOnly entered, MemberId respondent, MemberId child, BirthMonth birth, double difficulties, bool removed)
    {
        var age = birth.AgeOn(on).Most;
        if (age is < 2 or > 17) return;
        var now = wave == 0 ? difficulties : Retest * difficulties + Unshared * draws.Normal();
        var parent = age < 4 ? DemoForms.ParentOfYoung : DemoForms.Parent;
        var carer = removed ? days.OtherCarer!.Value : respondent;
        if (draws.Chance(removed ? 0.6 : 0.975)) Enter(parent.Definition, child, carer, on, entered, parent.Of(now, draws), birth: birth);
        else Stays(parent.Definition, child, carer, on, entered);
        if (age >= 11 && plan.AsksChildren && draws.Chance(0.75))
        {
            Agrees(on, child, birth);
            Enter(DemoForms.Self.Definition, child, child, on, entered, DemoForms.Self.Of(0.48 * now + 0.877 * draws.Normal() - 0.2, draws), birth: birth);
        }
        if (days.Teacher is { } teacher && child == days.Children[0] && age >= 3) Teacher(on.AddDays(draws.Between(8, 36)), child, birth, teacher, now);
    }

    /// <summary>A child says yes to each wave; from 16 on the young person consents.</summary>
    private void Agrees(DateOnly on, MemberId child, BirthMonth birth)
    {
        var by = DemoAccounts.InterviewerOf(plan.Site);
        if (birth.AgeOn(on).Least >= ConsentCover.DecidesFrom)
            history.Add(on, by, new FamilyFact.ConsentGiven(ConsentScope.ChildInterview, child, child.ToString(), on) { Wave = Wave, Wording = "young people, 2", Authority = ConsentAuthority.OwnBehalf, TakenBy = by, Mode = ConsentMode.Paper });
        else
            history.Add(on, by, new FamilyFact.AssentRecorded(child, true, on, Wave, by, ConsentMode.Spoken));
    }

    private void Teacher(DateOnly on, MemberId child, BirthMonth birth, MemberId teacher, double now)
    {
        var form = birth.AgeOn(on).Most switch { < 4 => DemoForms.TeacherOfYoung, > 17 => null, _ => DemoForms.Teacher };
        if (form is null) return;
        entry.Sent(new(Wave, form.Definition.Id, child, teacher), on);
        if (draws.Chance(0.62)) Enter(form.Definition, child, teacher, on, on.AddDays(3), form.Of(0.34 * now + 0.94 * draws.Normal() - 0.3, draws), FormMode.Paper, birth);
        else if (draws.Chance(0.6)) history.Add(on.AddDays(3), By, new FamilyFact.FormNotAchieved(new(Wave, form.Definition.Id, child, teacher), NotAchievedReason.NotReturned, on.AddDays(3)));
    }

    private string By => entry.By;

    private void Enter(InstrumentDefinition form, Party subject, Party respondent, DateOnly on, DateOnly entered, Answers answers, FormMode mode = FormMode.Interview, BirthMonth? birth = null)
    {
        var boundary = birth is { } b && form.Age is not null && b.AgeOn(on) is var (least, most) && InForm(form, least) != InForm(form, most);
        entry.Enter(form, new(new(Wave, form.Id, subject, respondent), form.Version, on, mode, days.Language, Flags[(boundary ? 1 : 0) + (window.Contains(on) ? 0 : 2)], answers), entered);
    }

    /// <summary>By the schedule's ages, which part the 2-4 form from the 4-17 form at 4.</summary>
    private static bool InForm(InstrumentDefinition form, int age) => form.Age!.Contains(age) && (age != 4 || form.Age.Max > 4);

    private void Stays(InstrumentDefinition form, Party subject, Party respondent, DateOnly on, DateOnly entered) =>
        history.Add(entered, By, new FamilyFact.FormNotAchieved(new(Wave, form.Id, subject, respondent),
            draws.Any<NotAchievedReason>([NotAchievedReason.RanOutOfTime, NotAchievedReason.Refused, NotAchievedReason.Unable, NotAchievedReason.Language]), on));
}
