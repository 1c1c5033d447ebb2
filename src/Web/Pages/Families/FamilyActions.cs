using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Families;

/// <summary>One thing that a person may do with a family now.</summary>
public sealed record FamilyAction(string Task, string Label, string Href);

/// <summary>What may be done with a family at its stage, by whoever looks at it. The first is what comes next.</summary>
public static class FamilyActions
{
    public static IEnumerable<FamilyAction> For(Person person, FamilyState family) => All(family).Where(a => person.May(a.Task));

    private static IEnumerable<FamilyAction> All(FamilyState family)
    {
        var id = family.Id;
        if (family.ErasedOn is not null || family.MergedInto is not null) yield break;
        if (NextStep(family.Stage) is { } step) yield return new("Families/RecordStage", step, FamiliesLinks.Stage(id));
        if (family.Stage is Stage.AgreedToContact) yield return new("Families/RecordConsent", "Record consent", FamiliesLinks.Consent(id));
        yield return new("Families/RecordWorkerChange", "Record a change of worker", FamiliesLinks.WorkerChange(id));
        if (family.Stage is Stage.Consented) yield return new("Families/RecordConsent", "Record further consent", FamiliesLinks.Consent(id));
        yield return new("Families/RecordCaseEvent", "Record a case event", FamiliesLinks.CaseEvent(id));
        yield return new("Families/TwoPerson", family.NeedsTwo ? "Let one person go again" : "Two people are to go", FamiliesLinks.TwoPerson(id));
        yield return new("Safeguarding/List", "Disclosures of harm", Safeguarding.SafeguardingLinks.List(id));
        yield return new("Families/AddMember", "Add a member", FamiliesLinks.AddMember(id));
        yield return new("Families/RecordMove", "Record a move to another site", FamiliesLinks.Move(id));
        yield return new("Families/Split", "Record a split household", FamiliesLinks.Split(id));
        yield return new("Families/Merge", "Merge another family into this one", FamiliesLinks.Merge(id));
        if (family.Consents.Any(c => c.WithdrawnFrom is null)) yield return new("Families/Withdraw", "Record a withdrawal", FamiliesLinks.Withdraw(id));
        yield return new("Families/Erase", "Erase what is held", FamiliesLinks.Erase(id));
        if (family.Stage != Stage.Ended) yield return new("Families/End", "End their part", FamiliesLinks.End(id));
    }

    private static string? NextStep(Stage stage) => stage switch
    {
        Stage.Sampled => "Record the screening",
        Stage.Screened or Stage.NotApproached => "Record the approach",
        Stage.Approached => "Record their answer",
        Stage.DeclinedContact => "Record that they agreed after all",
        _ => null,
    };
}
