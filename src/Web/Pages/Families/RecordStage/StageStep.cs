using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.RecordStage;

/// <summary>What can be recorded next at a stage: the question and its answers.</summary>
public sealed record StageStep(string Question, params Choice[] Answers)
{
    public const string Eligible = "eligible";
    public const string NotEligible = "not-eligible";
    public const string Approached = "approached";
    public const string NotApproached = "not-approached";
    public const string Agreed = "agreed";
    public const string Declined = "declined";

    public static StageStep? At(Stage stage) => stage switch
    {
        Stage.Sampled => new("Is the family eligible?", new Choice(Eligible, "Yes, eligible"), new Choice(NotEligible, "No, not eligible")),
        Stage.Screened => new("Was the family asked?", new Choice(Approached, "Yes, approached"), new Choice(NotApproached, "No, and will not be asked")),
        Stage.NotApproached => new("Was the family asked after all?", new Choice(Approached, "Yes, approached")),
        Stage.Approached => new("What did the family say?", new Choice(Agreed, "Agreed to be contacted"), new Choice(Declined, "Declined")),
        Stage.DeclinedContact => new("Did the family agree after all?", new Choice(Agreed, "Agreed to be contacted")),
        _ => null,
    };
}
