using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Windows;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>All that is known of one family.</summary>
public sealed class IndexModel : FamilyTask
{
    public ImmutableArray<DueTrack> Due { get; private set; } = [];

    public ImmutableArray<FormLine> Forms { get; private set; } = [];

    /// <summary>The newest first; what one command did stands together.</summary>
    public ImmutableArray<ImmutableArray<HistoryEntry>> History { get; private set; } = [];

    /// <summary>Every time that a wave's window moved.</summary>
    public ImmutableArray<WindowMove> Moves { get; private set; } = [];

    public ImmutableArray<FamilyAction> Actions { get; private set; } = [];

    public Study.Diaries.Roster Rooms { get; private set; } = new();

    public string SiteName => Frame.Sites.GetValueOrDefault(Family.Site)?.Name ?? Family.Site.ToString();

    /// <summary>Forms that this person may still enter a second time.</summary>
    public Func<FormPlace, bool> Hides { get; private set; } = _ => false;

    public async Task OnGet()
    {
        Hides = await HttpContext.RequestServices.GetRequiredService<BlindEntry>().Of(Person, Family);
        Due = DueList.Of(Frame, Family, Today);
        Forms = FormGrid.Of(Frame, Family, Due);
        History = [.. (await Grains.Family(Family.Id).History()).GroupBy(h => (h.At, h.By, h.Why)).Select(g => g.ToImmutableArray()).Reverse()];
        if (!Family.Appointments.IsEmpty) Rooms = await Grains.Roster().Read();
        Moves = await Grains.Windows(Family.Id).Moves();
        Actions = [.. FamilyActions.For(Person, Family)];
    }

    /// <summary>When the spell at this place ended; <c>null</c> for the one that goes on.</summary>
    public Study.Kernel.PartialDate? EndOf(int spell) => spell + 1 < Family.WorkerSpells.Length ? Family.WorkerSpells[spell + 1].From : null;

    public Employment? EmploymentOf(WorkerSpell spell) =>
        spell.Holder is CaseHolder.Named named && Frame.Worker(named.Worker) is { } worker ? worker.EmploymentOn(spell.From.Latest < Today ? spell.From.Latest : Today) : null;
}
