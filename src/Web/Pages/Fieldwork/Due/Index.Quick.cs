using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Pages.Fieldwork.Quick;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Fieldwork.Due;

/// <summary>Small forms under a line, so that what is done often takes few steps and the list is not left.</summary>
public sealed partial class IndexModel
{
    /// <summary>The line whose small form is open, and which of them.</summary>
    [BindProperty(SupportsGet = true)] public string Open { get; set; } = "";

    [BindProperty(SupportsGet = true)] public QuickKind? Step { get; set; }

    /// <summary>The small form under the line that is open.</summary>
    public QuickStep? Quick { get; private set; }

    /// <summary>This list with a small form open under one line.</summary>
    public string Opened(FamilyId family, QuickKind step) => $"{QueryHelpers.AddQueryString(Here, new Dictionary<string, string?> { ["open"] = $"{family}", ["step"] = $"{step}" })}#{family}";

    /// <summary>What may be recorded from a line without leaving the list.</summary>
    public IEnumerable<(QuickKind Step, string Words)> QuickLinks(DueLine line) => new[] { (QuickKind.Attempt, "Tried in vain"), (QuickKind.Worker, "New worker"), (QuickKind.NotAchieved, "Not achieved") }
        .Where(l => Person.May(QuickAccess.TaskOf(l.Item1)) && (l.Item1 != QuickKind.Attempt || line.MayBeTried));

    private string Here => Filter.Link(After.Length > 0 ? After : null);

    private async Task<QuickStep> QuickOf(FamilyState family, QuickKind step, StudyFrame frame, DateOnly today)
    {
        var with = step == QuickKind.Attempt ? family.MainRespondent(Filter.Wave, today) : null;
        var safety = with is null ? null : (await grains.Contact(family.Id).Safety(with.Id, Person.ContactViewer(), Person.Stamp(OperationId.New(), clock))).Match(s => s, _ => (SafeContact?)null);
        return QuickStep.Of(step, family, frame, frame.Design.Wave(Filter.Wave)!, today, safety, Here, Operation);
    }
}
