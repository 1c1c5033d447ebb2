using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Api.Sheets;

/// <summary>The parts of a visit sheet that follow from the research record. Forms are named by their codes: a title may say what the study is about.</summary>
internal static class VisitCards
{
    private static readonly ImmutableArray<(ConsentScope Scope, string Words)> Shown =
        [(ConsentScope.Interview, "Interview"), (ConsentScope.ChildInterview, "Interview of a child"), (ConsentScope.Recording, "Recording"), (ConsentScope.Teacher, "Teacher's form")];

    public static VisitCard Of(StudyFrame frame, FamilyState family, WaveDesign wave, DateOnly today)
    {
        var last = family.Interviews.OrderBy(i => frame.Design.Wave(i.Wave)?.Number).LastOrDefault()?.Interview;
        return new(family.Id, wave.Name)
        {
            Times = [.. family.Appointments.Where(a => a.IsOpen && a.Plan.Wave == wave.Code).OrderBy(a => a.Plan.Start).Select(a => new VisitTime(a.Plan.Start, a.Plan.Minutes, a.Plan.Place, a.Plan.Second))],
            Risks = family.NeedsTwo ? [SafetyWords.TwoPeopleGo] : [],
            Language = last?.Language ?? "",
            Interpreter = last?.Interpreter,
            Forms = [.. Wanted(frame, family, wave, today).Select(f => new VisitForm(f.Instrument, Short(f.Subject), f.Respondent is { } who ? Short(who) : ""))],
            Consents = [.. Shown.SelectMany(s => family.Consents.Where(c => c.Scope == s.Scope && c.CoversOn(today) && c.IsFor(wave.Code)).TakeLast(1).Select(c => new VisitConsent(s.Words, c.Wording, c.On)))],
        };
    }

    /// <summary>Forms of the interview that are due by age and have not come in.</summary>
    public static IEnumerable<DueForm> Wanted(StudyFrame frame, FamilyState family, WaveDesign wave, DateOnly today, Track track = Track.Interview) =>
        DueList.Of(frame, family, wave, track, today) is { State: not (DueState.NotDue or DueState.Lost) } due ? due.Forms.Where(f => !f.Done && f.NotAchieved is null) : [];

    public static string Short(Party party) => party.Member is { } id ? id.Short() : party == Party.Family ? "all" : "file";
}

/// <summary>A label for each paper form that is due and has not come in, of those who answer on paper.</summary>
internal static class LabelCards
{
    public static IEnumerable<LabelCard> Of(StudyFrame frame, FamilyState family, WaveDesign wave, DateOnly today) =>
        new[] { Track.Interview, Track.Teacher }.SelectMany(track => VisitCards.Wanted(frame, family, wave, today, track))
            .Select(form => new LabelCard(new(family.Id, form.Subject, wave.Code, form.Instrument, form.Respondent), VisitCards.Short(form.Subject), form.Respondent is { } who ? VisitCards.Short(who) : ""));
}

internal static class DayLines
{
    public static DayLine Of(AgendaRow row) => Of(row.Family, row.Appointment) with { NeedsTwo = row.NeedsTwo };

    private static DayLine Of(FamilyId family, Appointment a) =>
        new(family, a.Number, a.Plan.Start, a.Plan.Minutes, a.Plan.Travel, a.Plan.Mode.Words(), a.Plan.Place, a.Plan.Second, a.State.Words());
}
