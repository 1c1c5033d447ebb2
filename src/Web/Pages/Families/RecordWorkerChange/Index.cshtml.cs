using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.RecordWorkerChange;

/// <summary>Records who holds the case from a date on: filled in, checked, confirmed.</summary>
public sealed class IndexModel : FamilyTask
{
    [BindProperty] public string Kind { get; set; } = "";

    [BindProperty] public string Worker { get; set; } = "";

    [BindProperty] public string Label { get; set; } = "";

    [BindProperty] public TypedDate From { get; set; } = new();

    [BindProperty] public TypedDate KnownTo { get; set; } = new();

    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    /// <summary>What was read, to be checked before it is recorded; <c>null</c> while it is being filled in.</summary>
    public WorkerSpell? Checked { get; private set; }

    public IEnumerable<Choice> Workers => HolderChoice.Workers(Frame, Family.Site);

    public WorkerSpell? Now => Family.WorkerSpells is [.., var last] ? last : null;

    public void OnGet() { }

    /// <summary>Shows what was read; nothing is saved yet.</summary>
    public Task<IActionResult> OnPost() => Read(spell =>
    {
        Checked = spell;
        return Task.FromResult<IActionResult>(Page());
    });

    /// <summary>Back to the fields as they were filled in.</summary>
    public IActionResult OnPostChange() => Page();

    public Task<IActionResult> OnPostConfirm() => Read(async spell => await Answer(
        (await Grains.Case(Family.Id).Allocate(spell.Holder, spell.From, spell.Source, spell.KnownTo, Stamp(spell.Reason))).At(), "The change of worker is recorded."));

    private async Task<IActionResult> Read(Func<WorkerSpell, Task<IActionResult>> go)
    {
        var typed = new TypedFields();
        var holder = HolderChoice.Read(Kind, Worker, Label, typed);
        var from = typed.Read(From.ReadPartial("From", "day, month or year of the change"));
        DateOnly? knownTo = KnownTo.IsEmpty ? null : typed.Read(KnownTo.Read("KnownTo", "last day for which it is known"));
        if (string.IsNullOrWhiteSpace(Source)) typed.Fault("Source", CaseRefusals.Source.Sentence);
        if (Now is not null && string.IsNullOrWhiteSpace(Reason)) typed.Fault("Reason", FamilyRefusals.ReasonNeeded.Sentence);
        if (typed.Refusal is null && from.Earliest > Today) typed.Fault("From", FamilyRefusals.Future.Sentence);
        return await When(typed, () => go(new(holder!, from, Source.Trim(), knownTo, Reason.Trim() is { Length: > 0 } reason ? reason : null, Today)));
    }
}
