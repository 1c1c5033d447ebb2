using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Appointments.Agenda;

/// <summary>How it stands with those who went to the appointments of a list, and what whoever looks at it may say of them now.</summary>
public sealed class AgendaVisits(ImmutableArray<OverdueVisit> overdue, Person person, DateTimeOffset now)
{
    private readonly ImmutableDictionary<(FamilyId, int), VisitState> late = overdue.ToImmutableDictionary(v => (v.Family, v.Appointment.Number), v => v.State);

    public VisitState Of(AgendaRow row) => late.GetValueOrDefault((row.Family, row.Appointment.Number)) is var state and not VisitState.None ? state
        : row.Appointment.State is AppointmentState.Cancelled or AppointmentState.NoShow ? VisitState.None
        : row.Appointment.Safety switch
        {
            { Back: not null } => VisitState.Back,
            { Alarms.IsEmpty: false } => VisitState.Raised,
            { Arrived: not null } => VisitState.Out,
            _ => VisitState.None,
        };

    public bool MayArrive(AgendaRow row) => MayTend(row) && Of(row) is VisitState.None or VisitState.NothingHeard
        && row.Appointment is { IsOpen: true, Safety: null or { Arrived: null } } && row.Appointment.Plan.Start - VisitSafetyRules.Early <= now && now <= row.Appointment.Plan.End + VisitWatch.Heeded;

    public bool MayReturn(AgendaRow row) => MayTend(row) && Of(row) is VisitState.Out or VisitState.NotBack or VisitState.Raised or VisitState.NothingHeard;

    private bool MayTend(AgendaRow row) => person.May("Appointments/CheckIn") && person.MayTend(row.Appointment) && row.Appointment.Plan.Mode == VisitMode.FaceToFace;
}
