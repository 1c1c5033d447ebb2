using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Workers.Reassign;

/// <summary>All families of one worker in one list: who takes over each, from when and why, as one command.</summary>
public sealed class IndexModel(FamilyRegisters registers, Reassignments reassignments) : WorkerPage
{
    private ImmutableDictionary<WorkerId, int> holds = ImmutableDictionary<WorkerId, int>.Empty;

    [BindProperty] public Dictionary<string, string?> To { get; set; } = [];

    [BindProperty] public List<string> Among { get; set; } = [];

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    [BindProperty] public List<string> Leaves { get; set; } = [];

    public ImmutableArray<ReassignLine> Lines { get; private set; } = [];

    public int Total { get; private set; }

    public IEnumerable<Choice> Leaving => [new("yes", $"{Worker.Name} left on that day")];

    /// <summary>Who can take over at the families' sites, with how many each holds.</summary>
    public IEnumerable<Choice> Workers => Lines.Select(l => l.Family.Site).Append(Worker.Site).Distinct()
        .SelectMany(site => Frame.Workers.Values.Where(w => w.Site == site && w.LeftOn is null && w.Id != Worker.Id).OrderBy(w => w.Name, StringComparer.Ordinal))
        .Select(w => new Choice($"{w.Id}", w.Name, $"{(w.Team.Length == 0 ? "" : $"{w.Team}, ")}{holds.GetValueOrDefault(w.Id)} families now"));

    public async Task OnGet()
    {
        (On, Leaves) = (TypedDate.Of(Worker.LeftOn ?? Today), []);
        await Load();
    }

    /// <summary>Fills in who takes over where nobody was chosen yet; saves nothing.</summary>
    public async Task<IActionResult> OnPostShare()
    {
        await Load();
        var free = Lines.Where(l => l.To.Length == 0).Select(l => l.Family.Id);
        var among = Among.Where(a => WorkerId.TryParse(a, null, out _)).Select(a => WorkerId.Parse(a)).Select(w => (w, holds.GetValueOrDefault(w) + To.Values.Count(t => t == $"{w}")));
        var shared = ReassignmentRules.Share(free, among).ToDictionary(s => s.Family, s => $"{s.To}");
        if (shared.Count == 0) ModelState.AddModelError(nameof(Among), "Choose at least one worker to share the families out among.");
        Lines = [.. Lines.Select(l => shared.TryGetValue(l.Family.Id, out var to) ? l with { To = to } : l)];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "first day with the new worker"));
        if (string.IsNullOrWhiteSpace(Reason)) typed.Fault("Reason", ReassignmentRefusals.Reason.Sentence);
        var families = To.Where(t => t.Value is { Length: > 0 } && FamilyId.TryParse(t.Key, null, out _))
            .Select(t => new ReassignedFamily(FamilyId.Parse(t.Key), WorkerId.TryParse(t.Value, null, out var to) ? to : null)).ToImmutableArray();
        if (families.IsEmpty)
        {
            await Load();
            typed.Fault(Lines is [{ Name: var first }, ..] ? first : "", ReassignmentRefusals.Families.Sentence);
        }
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var plan = new Reassignment(families, on, Source.Trim() is { Length: > 0 } source ? source : "authority", Leaves.Count > 0);
        var carried = await reassignments.Carry(Worker.Id, plan, Person.MaySee, Stamp(Reason.Trim()));
        return await Answer(carried.Match<Decision<int>>(Moved, why => At(why)), moved => Done($"{moved} {(moved == 1 ? "family was" : "families were")} reassigned.", WorkersLinks.Show(Worker.Id)));
    }

    protected override async Task Load()
    {
        var page = await registers.Find(new FamilyQuestion { Scope = Person.Scope(), Worker = Worker.Id, Take = ReassignmentRules.MostFamilies });
        (Total, Lines) = (page.Total, [.. page.Rows.Select(r => new ReassignLine(r.Family, To.GetValueOrDefault($"{r.Family.Id}") ?? ""))]);
        holds = (await registers.Caseloads(Person.Scope())).ToImmutableDictionary(c => c.Worker, c => c.Families);
    }

    private static Decision<int> Moved(ImmutableArray<ReassignmentStep> steps) => steps.FirstOrDefault(s => s.Why is not null) is { Why: { } first }
        ? At(first with { Faults = [.. steps.Where(s => s.Why is not null).Select(s => new FieldFault($"families.{s.Family}", s.Why!.Sentence))] })
        : steps.Length;

    /// <summary>Faults of families stand at their lines.</summary>
    private static Refusal At(Refusal why) => why with { Faults = [.. why.Faults.Select(f => f.Field.StartsWith("families.", StringComparison.Ordinal) ? f with { Field = $"To[{f.Field["families.".Length..]}]" } : f)] };
}
