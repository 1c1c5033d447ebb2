using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Workers.Leave;

public sealed class IndexModel(FamilyRegisters registers) : WorkerPage
{
    [BindProperty]
    public TypedDate On { get; set; } = new();

    /// <summary>Families that have to go to somebody else.</summary>
    public int Families { get; private set; }

    protected override async Task Load() => Families = (await registers.Find(new FamilyQuestion { Scope = Person.Scope(), Worker = Worker.Id, Take = 1 })).Total;

    public Task OnGet() => Load();

    /// <summary>Then on to who takes over their families, where they hold any.</summary>
    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "day they left"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var left = await Grains.Worker(Worker.Id).Leave(on, Stamp());
        await Load();
        return await Answer(left, worker => Done($"{worker.Name} left on {on.Words()}.", Families > 0 ? WorkersLinks.Reassign(worker.Id) : WorkersLinks.Show(worker.Id)));
    }
}
