using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Safety;

/// <summary>Who should be back from a visit and is not, as one person may know of it: an interviewer of their own, others of their sites. Answered by the registers, from memory.</summary>
public sealed class OverdueDesk(AgendaRegisters registers, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Minutes after the planned end at which somebody is expected back.</summary>
    public async Task<int> Margin() => (await grains.Reminders().Read()).Terms.BackWithin;

    public async Task<ImmutableArray<OverdueVisit>> For(Person person, int? margin = null) => await registers.Overdue(new(margin ?? await Margin(), clock.GetUtcNow())
    {
        Scope = person.Scope(), Person = person.IsOnlyInterviewer() ? $"{person.Account}" : null,
    });
}
