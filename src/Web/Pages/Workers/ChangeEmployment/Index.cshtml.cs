using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Workers.ChangeEmployment;

public sealed class IndexModel : WorkerPage
{
    [BindProperty]
    public Employment? Employment { get; set; }

    [BindProperty]
    public TypedDate From { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var employment = typed.Chosen(Employment, "Employment", "Choose the new terms.");
        var from = typed.Read(From.Read("From", "first day on the new terms"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer(await Grains.Worker(Worker.Id).ChangeEmployment(employment, from, Stamp()),
            worker => Done($"{worker.Name}: {employment.Words().ToLowerInvariant()} from {from.Words()}.", WorkersLinks.Show(worker.Id)));
    }
}
