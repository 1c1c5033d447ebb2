using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Forms.Settle;

/// <summary>Both entries of a form side by side: each difference is settled by the first, the second or a third value; afterwards how it was settled.</summary>
public sealed class IndexModel : PlacedForm
{
    public SecondEntry? Twice => Form.Trail?.Second;

    public SecondStatus Status => SecondStatuses.Of(Form, _ => true);

    public ImmutableArray<DifferenceRow> Rows { get; private set; } = [];

    protected override bool ShowsAnswers => true;

    protected override Task Load()
    {
        if (Twice is { } twice) Rows = DifferenceRow.Of(Entered, twice, Request.HasFormContentType ? Request.Form : FormCollection.Empty);
        return Task.CompletedTask;
    }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var open = Rows.Where(r => !r.IsSettled && !r.IsChosen && !r.Difference.Follows).ToList();
        if (open.Count > 0) return await ReturnPageWithTyped(SettlePageRefusals.Unchosen(open));
        var chosen = Rows.Where(r => r.IsChosen).Select(r => r.ToSettlement(Today)).ToImmutableArray();
        var decision = await Grains.SecondEntry(Family.Id).Settle(Form.Place, chosen, Stamp());
        return await Answer(decision.Match<Decision<SecondReceipt>>(r => r, why => SettlePageRefusals.AtRows(why)), receipt => receipt.Status == SecondStatus.Settled
            ? Done("The differences are settled. The form now says what was settled.", FormsLinks.ToSettle())
            : Done($"{DoubleEntryWords.Differences(receipt.Open)} still to settle.", FormsLinks.Settle(Family.Id, Form.Place)));
    }
}
