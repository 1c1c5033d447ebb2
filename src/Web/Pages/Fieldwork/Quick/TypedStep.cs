using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Fieldwork.Quick;

/// <summary>One of the small forms as typed; what it does not have stays empty.</summary>
public sealed class TypedStep
{
    public AttemptMode Mode { get; set; } = AttemptMode.Telephone;

    public string Outcome { get; set; } = "";

    public TypedDate NextOn { get; set; } = new();

    public string Worker { get; set; } = "";

    public TypedDate From { get; set; } = new();

    public string Reason { get; set; } = "";

    public NotAchievedReason? Why { get; set; }
}
