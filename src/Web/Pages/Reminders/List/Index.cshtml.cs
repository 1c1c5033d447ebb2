using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Reminders;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Reminders.List;

/// <summary>What was sent and what is to be; ids only.</summary>
public sealed class IndexModel(MessageRegisters registers, StudyFrames frames, IGrainFactory grains, TimeProvider clock) : StudyPage
{
    public ReminderPlan Plan { get; private set; } = new();

    public string TimeZone { get; private set; } = "";

    public ImmutableArray<DueMessage> Upcoming { get; private set; } = [];

    public ImmutableArray<MessageRow> Noted { get; private set; } = [];

    public async Task OnGet()
    {
        Plan = await grains.Reminders().Read();
        TimeZone = (await frames.Current()).Design.TimeZone;
        var now = clock.GetUtcNow();
        Upcoming = await registers.Due(Plan.Terms, now, now.AddDays(7), Person.Scope());
        Noted = await registers.Log(now.AddDays(-30), Person.Scope());
    }
}
