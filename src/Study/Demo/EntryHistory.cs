using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>What becomes of a family's forms of one wave at the desk: who keys them, the second entry of those that are drawn, queries, and where the paper goes.</summary>
internal sealed class EntryHistory
{
    private const double Queried = 0.025;
    private const double QueriedOfLate = 0.12;
    private const int Recent = 150;
    private static readonly (string Asks, string Answer)[] Remarks =
    [
        ("Two boxes are ticked. Which one is meant?", "The interviewer's note says the left one. It stands as entered."),
        ("The tick lies between two boxes. Is this right?", "It is nearer to the one that was entered."),
        ("This does not go with the answers around it. Was it read off the right line?", "Looked at the paper: it is what was ticked."),
    ];

    private readonly FamilyHistory history;
    private readonly DemoFrame frame;
    private readonly FamilyPlan plan;
    private readonly Draws draws;

    public EntryHistory(FamilyHistory history, DemoFrame frame, FamilyPlan plan, int wave)
    {
        (this.history, this.frame, this.plan) = (history, frame, plan);
        draws = plan.Draws(wave == 0 ? Purpose.FirstEntries : Purpose.SecondEntries);
        var (usual, other) = (DemoAccounts.ResearcherOf(plan.Site), DemoAccounts.OtherResearcherOf(plan.Site));
        (By, Other) = draws.Chance(0.3) ? (other, usual) : (usual, other);
    }

    /// <summary>Who keys this family's forms, and who keys them again where they are drawn.</summary>
    public string By { get; }

    private string Other { get; }

    public void Enter(InstrumentDefinition form, FamilyFact.FormEntered entered, DateOnly on)
    {
        var isDrawn = !plan.Withdrew && frame.Sample.Draws(frame.Design, plan.Id, entered.Place);
        var keyed = isDrawn ? TwiceKeyed.Of(form, entered.Answers, draws) : null;
        if (entered.Mode == FormMode.Paper) history.Add(on, By, new FamilyFact.FormReceiptNoted(entered.Place, ReceiptStep.Received, on.AddDays(-1)));
        history.Add(on, By, keyed is null ? entered : entered with { Answers = keyed.First });
        keyed?.Write(history, frame, form, entered, on, Other, draws);
        if (entered.Mode == FormMode.Paper) Box(entered.Place, on.AddDays(draws.Between(5, 12)));
        if (!isDrawn && !plan.Withdrew && form.Id.Text.StartsWith("sdq-", StringComparison.Ordinal) && draws.Chance(on > frame.Calendar.Today.AddDays(-Recent) ? QueriedOfLate : Queried)) Query(form, entered.Place, on);
    }

    /// <summary>A form goes to a teacher some days before it is filled in, or before it would have been.</summary>
    public void Sent(FormPlace place, DateOnly on) => history.Add(on, DemoAccounts.Coordinator, new FamilyFact.FormReceiptNoted(place, ReceiptStep.Sent, on.AddDays(-7)));

    private void Box(FormPlace place, DateOnly on)
    {
        if (on > frame.Calendar.Last || draws.Chance(0.08)) return;
        var box = $"{DemoSites.CodeOf(plan.Site)[..3].ToUpperInvariant()}-{place.Wave.Text.ToUpperInvariant()}-{1 + plan.Number % 3}";
        history.Add(on, By, new FamilyFact.FormReceiptNoted(place, ReceiptStep.Boxed, on, box));
    }

    /// <summary>Queries of long ago are closed; of the last months some wait for an answer, some to be closed.</summary>
    private void Query(InstrumentDefinition form, FormPlace place, DateOnly entered)
    {
        var (asked, item, remark) = (entered.AddDays(draws.Between(1, 20)), form.Items[draws.Between(0, 24)].Name, draws.Any<(string Asks, string Answer)>(Remarks));
        var (answered, isRecent) = (asked.AddDays(draws.Between(1, 9)), asked > frame.Calendar.Today.AddDays(-Recent));
        var closed = answered.AddDays(draws.Between(1, 6));
        if (asked > frame.Calendar.Last) return;
        history.Add(asked, Other, new FamilyFact.QueryOpened(place, 1, item, remark.Asks));
        if (answered > frame.Calendar.Last || (isRecent && draws.Chance(0.6))) return;
        history.Add(answered, By, new FamilyFact.QueryAnswered(place, 1, remark.Answer));
        if (closed > frame.Calendar.Last || (isRecent && draws.Chance(0.5))) return;
        history.Add(closed, Other, new FamilyFact.QueryClosed(place, 1, "Thank you."));
    }
}
