using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Appointments;

public sealed record FoundFamily(FamilyState Family, StudyFrame Frame);

/// <summary>What every endpoint under a family's appointments shares.</summary>
public readonly record struct AppointmentAt(string Id, IdempotencyKey Key, Person Person, FamilyScope Scope, IGrainFactory Grains, StudyFrames Frames, TimeProvider Clock)
{
    public Stamp Stamp(string? why = null) => Person.Stamp(Key, Clock, why);

    public async Task<Decision<FoundFamily>> Family()
    {
        var frame = await Frames.Current();
        return (await Scope.Family(Id, Person)).Select(family => new FoundFamily(family, frame));
    }

    /// <summary>Why the family is not found; <c>null</c> where it is.</summary>
    public async Task<Refusal?> Found() => (await Scope.Id(Id, Person)).Match<Refusal?>(_ => null, why => why);

    /// <summary>What the family said or what became of an appointment. An interviewer says so of their own.</summary>
    public Task<IResult> Outcome(int number, Func<IFamilyAppointments, Stamp, Task<Decision<FamilyState>>> command) =>
        Outcome<IFamilyAppointments>(number, (door, _, stamp) => command(door, stamp));

    public async Task<IResult> Outcome<TDoor>(int number, Func<TDoor, Appointment, Stamp, Task<Decision<FamilyState>>> command) where TDoor : IGrainWithStringKey
    {
        var (stamp, person) = (Stamp(), Person);
        var found = await Scope.Family(Id, Person);
        if (found is not Decision<FamilyState>.Accepted(var family)) return ((Decision<FamilyState>.Refused)found).Why.ToProblem();
        if (family.Appointment(number) is not { } appointment || !person.MayTend(appointment)) return AppointmentRefusals.Unknown.ToProblem();
        return (await command(Grains.GetGrain<TDoor>($"{family.Id}"), appointment, stamp)).ToResult(state => Results.Ok(AppointmentView.Of(state, state.Appointment(number)!)));
    }
}

internal static class AppointmentScope
{
    /// <summary>Whether a person sees their own appointments only.</summary>
    public static bool IsOnlyInterviewer(this Person person) => person.Is(Roles.Interviewer) && !person.Is(Roles.Coordinator | Roles.Administrator | Roles.Auditor | Roles.Researcher);

    public static bool MayTend(this Person person, Appointment appointment) => person.Is(Roles.Coordinator | Roles.Administrator) || appointment.Plan.Involves($"{person.Account}");
}
