using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Kernel;
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

    public async Task<IActionResult> OnPost() => On.Read("On", "day they left") switch
    {
        Decision<DateOnly>.Accepted(var on) => await Answer(await Grains.Worker(Worker.Id).Leave(on, Stamp()), worker => Done($"{worker.Name} left on {on.Words()}.", WorkersLinks.Show(worker.Id))),
        Decision<DateOnly>.Refused(var why) => await ReturnPageWithTyped(why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
