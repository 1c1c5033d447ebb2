using System.Text.Json.Serialization;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Study.Families;

/// <summary>What happens for the safety of those who meet the family.</summary>
[JsonDerivedType(typeof(TwoPersonSet), "two-person.set")]
[JsonDerivedType(typeof(TwoPersonLifted), "two-person.lifted")]
[JsonDerivedType(typeof(VisitCheckedIn), "visit.checked-in")]
[JsonDerivedType(typeof(VisitReturned), "visit.returned")]
[JsonDerivedType(typeof(VisitAlarmRaised), "visit.alarm-raised")]
[JsonDerivedType(typeof(VisitAlertNoted), "visit.alert-noted")]
[JsonDerivedType(typeof(VisitAlertSettled), "visit.alert-settled")]
public abstract partial record FamilyFact
{
    public sealed record TwoPersonSet(TwoPersonReason Reason, DateOnly On) : FamilyFact;
    public sealed record TwoPersonLifted(TwoPersonLift Reason, DateOnly On) : FamilyFact;

    /// <summary>They arrived at an appointment, at this instant.</summary>
    public sealed record VisitCheckedIn(int Number, DateTimeOffset At) : FamilyFact;
    public sealed record VisitReturned(int Number, SafeReport Said, DateTimeOffset At) : FamilyFact;
    public sealed record VisitAlarmRaised(int Number, AlarmTold Told, DateTimeOffset At) : FamilyFact;

    /// <summary>An e-mail to the site's coordinators is about to be sent.</summary>
    public sealed record VisitAlertNoted(int Number) : FamilyFact;
    public sealed record VisitAlertSettled(int Number, MessageOutcome Outcome) : FamilyFact;
}

/// <summary>The fold of safety. Where the setting itself was erased there is nothing to lift, and nothing changes.</summary>
internal static class SafetyFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.TwoPersonSet f => family with { TwoPerson = family.TwoPerson.Add(new(f.Reason, f.On, fact.Head.By)) },
        FamilyFact.TwoPersonLifted f when family.NeedsTwo => family with
        {
            TwoPerson = family.TwoPerson.SetItem(family.TwoPerson.Length - 1, family.TwoPerson[^1] with { LiftedOn = f.On, Lift = f.Reason, LiftedBy = fact.Head.By }),
        },
        FamilyFact.VisitCheckedIn f => Visit(family, f.Number, v => v with { Arrived = f.At, ArrivedBy = fact.Head.By }),
        FamilyFact.VisitReturned f => Visit(family, f.Number, v => v with { Back = f.At, Said = f.Said, BackBy = fact.Head.By }),
        FamilyFact.VisitAlarmRaised f => Visit(family, f.Number, v => v with { Alarms = v.Alarms.Add(new(f.Told, f.At, fact.Head.By)) }),
        FamilyFact.VisitAlertNoted f => Visit(family, f.Number, v => v with { Alerts = v.Alerts.Add(new(fact.Head.At)) }),
        FamilyFact.VisitAlertSettled f => Visit(family, f.Number, v => v.Alerts is [.. var before, var last] ? v with { Alerts = [.. before, last with { Outcome = f.Outcome }] } : v),
        _ => family,
    };

    private static FamilyState Visit(FamilyState family, int number, Func<VisitSafety, VisitSafety> change) =>
        family with { Appointments = [.. family.Appointments.Select(a => a.Number == number ? a with { Safety = change(a.Safety ?? new()) } : a)] };
}
