using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Families.Contact;

namespace SosLongitudinal.Web.Pages.Fieldwork.Quick;

/// <summary>Takes a small form of the worklist and goes back there; shows it on a page of its own where something is to be mended.</summary>
public sealed partial class IndexModel(AttemptDoor attempts, TimeProvider clock) : WaveTask
{
    [FromRoute(Name = "quick")] public string KindText { get; set; } = "";

    [FromQuery(Name = "back")] public string Return { get; set; } = "";

    [BindProperty] public TypedStep Typed { get; set; } = new();

    public QuickKind Kind { get; private set; }

    public QuickStep Step { get; private set; } = null!;

    /// <summary>The worklist as it was narrowed; never anywhere else.</summary>
    public string Back => Return.StartsWith(FieldworkLinks.Due, StringComparison.Ordinal) ? Return : FieldworkLinks.Due;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        return Kind switch
        {
            QuickKind.Attempt => await Attempt(),
            QuickKind.Worker => await Worker(),
            _ => await NotAchieved(),
        };
    }

    protected override bool Fits(FamilyState family)
    {
        if (!base.Fits(family) || !Enum.TryParse<QuickKind>(KindText.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || !Person.May(QuickAccess.TaskOf(kind))) return false;
        Kind = kind;
        return true;
    }

    protected override async Task Load()
    {
        var with = Family.MainRespondent(Wave.Code, Today);
        var safety = Kind != QuickKind.Attempt || with is null ? null : (await Grains.Contact(Family.Id).Safety(with.Id, Person.ContactViewer(), Person.Stamp(OperationId.New(), clock))).Match(s => s, _ => (Study.Contacts.SafeContact?)null);
        Step = QuickStep.Of(Kind, Family, Frame, Wave, Today, safety, Back, Operation);
    }
}

/// <summary>Who may record what from the worklist: whoever may do so on the page of its own.</summary>
public static class QuickAccess
{
    public static string TaskOf(QuickKind kind) => kind switch
    {
        QuickKind.Attempt => "Families/Attempts",
        QuickKind.Worker => "Families/RecordWorkerChange",
        _ => "Forms/MarkNotAchieved",
    };
}
