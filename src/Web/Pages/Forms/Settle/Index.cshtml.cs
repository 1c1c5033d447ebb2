using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Forms.Settle;

/// <summary>Both entries of a form side by side: each difference is settled by the first, the second or a third value; afterwards how it was settled.</summary>
public sealed class IndexModel(DoubleEntryRegisters registers) : PlacedForm
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
        var next = decision is Decision<SecondReceipt>.Accepted ? (await registers.List(new(SecondStatus.Differs) { Scope = Person.Scope(), Take = 1 })).Rows.FirstOrDefault() : null;
        return await Answer(decision.Match<Decision<SecondReceipt>>(r => r, why => SettlePageRefusals.AtRows(why)), receipt => receipt.Status == SecondStatus.Settled
            ? next is null ? Done("The differences are settled. No more are left.", FormsLinks.ToSettle())
                : Done($"The differences of family {Family.Id} are settled. This form is the next.", FormsLinks.Settle(next.Family, next.Place))
            : Done($"{DoubleEntryWords.Differences(receipt.Open)} still to settle.", FormsLinks.Settle(Family.Id, Form.Place)));
    }
}
