using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>The fold: a family's state after one more fact. An erased fact leaves the state as it was, but counts.</summary>
public static class FamilyFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) =>
        Apply(family, fact) with { Version = fact.Head.N, ChangedAt = fact.Head.At };

    private static FamilyState Apply(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.Sampled f => family with { Cohort = f.Cohort, Serial = f.Serial, SampledOn = f.On, Sites = [new(f.Site, f.On)] },
        FamilyFact.Screened f => family with { Stage = f.Eligible ? Stage.Screened : Stage.ScreenedOut },
        FamilyFact.Approached => family with { Stage = Stage.Approached },
        FamilyFact.NotApproached => family with { Stage = Stage.NotApproached },
        FamilyFact.AgreedToContact => family with { Stage = Stage.AgreedToContact },
        FamilyFact.DeclinedContact => family with { Stage = Stage.DeclinedContact },
        FamilyFact.Ended f => family with { Stage = Stage.Ended, EndReason = f.Reason, EndedOn = f.On },
        FamilyFact.Moved f => family with { Sites = WithSite(family, new(f.To, f.On)) },

        FamilyFact.MemberJoined f => family with { Members = family.Members.Add(new(f.Member, f.Role, f.Birth, f.Sex, f.On)) },
        FamilyFact.MemberLeft f => family with { Members = Change(family, f.Member, m => m with { Left = f.On }) },
        FamilyFact.MemberCorrected f => family with { Members = Change(family, f.Member, m => m with { Birth = f.Birth, Sex = f.Sex }) },
        FamilyFact.RoleTaken f => family with { Members = Change(family, f.Member, m => m with { Role = f.Role }) },
        FamilyFact.IndexChildChosen f => family with { IndexChild = f.Child },

        FamilyFact.ConsentGiven f => family with
        {
            Consents = family.Consents.Add(ConsentFold.Record(f)),
            Stage = f.Scope == ConsentScope.Interview && family.Stage < Stage.Consented ? Stage.Consented : family.Stage,
            ConsentedOn = f.Scope == ConsentScope.Interview ? family.ConsentedOn ?? f.On : family.ConsentedOn,
        },
        FamilyFact.ConsentWithdrawn f => family with { Consents = Withdrawals.After(family.Consents, f.Scopes, f.Extent, f.From, f.About) },

        FamilyFact.WorkerAllocated f => family with { WorkerSpells = WithSpell(family, new(f.Holder, f.From, f.Source, f.KnownTo, fact.Why, DateOnly.FromDateTime(fact.Head.At.UtcDateTime))) },
        FamilyFact.CaseEventRecorded f => family with { CaseEvents = family.CaseEvents.Add(new(f.Event, f.On, f.Child, f.Source)) },

        FamilyFact.InterviewerAssigned f => family with { Assignments = [.. family.Assignments.Where(a => a.Wave != f.Wave), new Assignment(f.Wave, f.Interviewer, f.On)] },
        FamilyFact.InterviewRecorded f => family with { Interviews = [.. family.Interviews.Where(i => i.Wave != f.Wave), new WaveInterview(f.Wave, f.Interview)] },
        FamilyFact.DispositionRecorded f => family with
        {
            Dispositions = [.. family.Dispositions.Where(d => (d.Wave, d.Track) != (f.Wave, f.Track)), new Disposition(f.Wave, f.Track, f.Code, f.On)],
        },

        FamilyFact.FormEntered f => family with
        {
            Forms = family.Forms.Add(new(Shared(family, f.Place), f.InstrumentVersion, f.CompletedOn, f.Mode, Intern.Text(f.Language), f.Flags, f.Answers, f.Keyed?.At ?? fact.Head.At, f.Keyed?.By ?? fact.Head.By, fact.Head.N)
            {
                Trail = f is { Aside: null, Keyed: null } ? null : new() { Aside = f.Aside, MatchedBy = f.Keyed is null ? null : fact.Head.By },
            }),
            NotAchieved = family.NotAchieved.RemoveAll(n => n.Place.IsSameAs(f.Place)),
        },
        FamilyFact.FormNotAchieved f => family with { NotAchieved = [.. family.NotAchieved.Where(n => !n.Place.IsSameAs(f.Place)), new NotAchieved(f.Place, f.Reason, f.On)] },
        FamilyFact.FormSecondEntered or FamilyFact.FormSettled => DoubleEntryFold.Next(family, fact),
        FamilyFact.AttemptRecorded or FamilyFact.AttemptStruck => AttemptFold.Next(family, fact),
        FamilyFact.TracingTried or FamilyFact.TracingStruck => TracingFold.Next(family, fact),
        FamilyFact.AssentRecorded or FamilyFact.ResponsibilityChecked or FamilyFact.MemberErased or FamilyFact.FamilyErased or null => ConsentFold.Next(family, fact),
        FamilyFact.CaseEventStruck or FamilyFact.MergedFrom or FamilyFact.MergedInto or FamilyFact.SplitFrom or FamilyFact.SplitInto => LinkFold.Next(family, fact),
        FamilyFact.MessageNoted or FamilyFact.MessageSettled => MessageFold.Next(family, fact),
        FamilyFact.TwoPersonSet or FamilyFact.TwoPersonLifted or FamilyFact.VisitCheckedIn or FamilyFact.VisitReturned or FamilyFact.VisitAlarmRaised
            or FamilyFact.VisitAlertNoted or FamilyFact.VisitAlertSettled => SafetyFold.Next(family, fact),
        FamilyFact.QualityDismissed f => QualityFold.Next(family, fact, f),
        FamilyFact.AppointmentBooked or FamilyFact.AppointmentMoved or FamilyFact.AppointmentConfirmed or FamilyFact.AppointmentCompleted or FamilyFact.AppointmentNotKept
            or FamilyFact.AppointmentCancelled or FamilyFact.BookingAbandoned => AppointmentFold.Next(family, fact),
        _ => FormWorkFold.Next(family, fact),
    };

    /// <summary>The same place in the texts that the family's members already hold: forms are most of what 100,000 families keep in memory.</summary>
    internal static FormPlace Shared(FamilyState family, FormPlace place) => place with { Subject = Shared(family, place.Subject), Respondent = Shared(family, place.Respondent) };

    private static Party Shared(FamilyState family, Party party)
    {
        foreach (var member in family.Members) if ((Party)member.Id == party) return member.Id;
        return party == Party.CaseFile ? Party.CaseFile : party == Party.Family ? Party.Family : party;
    }

    private static ImmutableArray<Member> Change(FamilyState family, MemberId id, Func<Member, Member> change) =>
        [.. family.Members.Select(m => m.Id == id ? change(m) : m)];

    /// <summary>The site at enrolment stays in front, also of a move of which only the year is known; a move of the same date replaces the one recorded before it.</summary>
    private static ImmutableArray<SiteSpell> WithSite(FamilyState family, SiteSpell spell) =>
        [.. family.Sites.Take(1), .. family.Sites.Skip(1).Where(s => s.From != spell.From).Append(spell).OrderBy(s => s.From.Earliest)];

    /// <summary>A spell from the same day replaces the one recorded before it; otherwise spells stand in order of their earliest days.</summary>
    private static ImmutableArray<WorkerSpell> WithSpell(FamilyState family, WorkerSpell spell) =>
        [.. family.WorkerSpells.Where(s => s.From != spell.From).Append(spell).OrderBy(s => s.From.Earliest)];
}
