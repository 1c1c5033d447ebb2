using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.RecordCaseEvent;

/// <summary>Records what happened in the case. None of it ends the family's part in the study.</summary>
public sealed class IndexModel : FamilyTask
{
    [BindProperty] public CaseEventKind? Kind { get; set; }

    [BindProperty] public string Child { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Source { get; set; } = "";

    public IEnumerable<Choice> Children => Family.Members.Where(m => m.Role == MemberRole.Child).Select(m => new Choice(m.Id.ToString(), m.LongWords()));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var kind = typed.Chosen(Kind, "Kind", "Choose what happened.");
        var on = typed.Read(On.ReadPartial("On", "day, month or year"));
        MemberId? child = MemberId.TryParse(Child, null, out var id) ? id : null;
        return await When(typed, async () => await Answer((await Grains.Case(Family.Id).RecordEvent(kind, on, child, Source.Trim(), Stamp())).At(), "The case event is recorded."));
    }
}
