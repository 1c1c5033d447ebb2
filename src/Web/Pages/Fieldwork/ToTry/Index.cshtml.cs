using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Fieldwork.ToTry;

/// <summary>Whom to try next, the longest waiting first; and whom the protocol gives up. An interviewer sees the families assigned to them.</summary>
public sealed class IndexModel(FieldworkRegisters registers, StudyFrames frames, IGrainFactory grains, TimeProvider clock) : StudyPage
{
    public static readonly ImmutableArray<Choice> States = [.. new[] { TryState.Now, TryState.Later, TryState.Dispose }.Select(s => new Choice($"{s}", s.Words()))];

    [BindProperty(SupportsGet = true)] public TryState State { get; set; } = TryState.Now;

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Interviewer { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    public TryPage Found { get; private set; } = new([], 0, null);

    public DateOnly Today { get; private set; }

    public ImmutableArray<Choice> Interviewers { get; private set; } = [];

    /// <summary>Whether the person may look at the work of others.</summary>
    public bool SeesAll => Person.Is(Roles.Coordinator | Roles.Administrator);

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public string? Next => Found.Next is { } next ? Link($"{next}") : null;

    public async Task OnGet()
    {
        if (State == TryState.None) State = TryState.Now;
        Frame = await frames.Current();
        Today = Frame.Design.Today(clock.GetUtcNow());
        Interviewers = await WhoIsWho.Choices((await grains.Accounts().All()).Where(a => a.Roles.HasFlag(Roles.Interviewer)));
        Found = await registers.ToTry(new(State)
        {
            Scope = Person.Scope(), Site = SiteCode.TryParse(Site, null, out var site) ? site : null, Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null,
            Interviewer = SeesAll ? Interviewer.Length == 0 ? null : Interviewer : $"{Person.Account}", After = WorkCursor.TryParse(After, null, out var after) ? after : null,
        });
    }

    public string Link(string? after = null) => FieldworkLinks.ToTryFor($"{State}", Site, Wave, Interviewer, after);

    public string NameOf(string account) => account.Length == 0 ? "Nobody yet" : Interviewers.FirstOrDefault(i => i.Value == account)?.Label ?? account;

    public string TimeWords(TryRow row) => string.Join(", ", (Frame.Design.Protocol?.Times ?? []).Where(t => row.Untried.Contains(t.Code)).Select(t => t.Label.ToLowerInvariant()));
}
