using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.Receipts;

public sealed class ReceiptTests
{
    private readonly FamilyBuilder family = FamilyBuilder.TakingPart().On("2026-03-20");

    private FormPlace Place => new(T1, new("sdq-p-4-17"), family.Child, family.Parent);

    private Decision<ImmutableArray<FamilyFact>> Ask(ReceiptStep step, string on, string? box = null) =>
        family.Asks((f, s) => ReceiptRules.Note(f, Small, new(Place, step, FamilyBuilder.Day(on), box), s));

    private FamilyBuilder Noted(ReceiptStep step, string on, string? box = null) =>
        family.Does((f, s) => ReceiptRules.Note(f, Small, new(Place, step, FamilyBuilder.Day(on), box), s));

    private ReceiptLog Log => ReceiptLog.Of(family.State, Small.Design, Place);

    [Fact]
    public void A_paper_is_followed_from_the_post_to_its_box()
    {
        Noted(ReceiptStep.Sent, "2026-03-01");
        Assert.True(Log.IsOut);
        Noted(ReceiptStep.Received, "2026-03-10");
        Assert.False(Log.IsOut);
        family.Answered(T1, "sdq-p-4-17", "2026-03-09");
        Noted(ReceiptStep.Boxed, "2026-03-20", "B12");

        Assert.Equal(new ReceiptLog(Place, new(2026, 3, 1), new(2026, 3, 10), new(2026, 3, 20), null, new(2026, 3, 20), "B12"), Log);
        Assert.Equal(ReceiptStep.Boxed, Log.Last);
        Assert.Equal(Log, Assert.Single(ReceiptLog.AllOf(family.State, Small.Design)));
    }

    [Fact]
    public void A_form_that_was_keyed_came_back_even_if_nobody_noted_it()
    {
        Noted(ReceiptStep.Sent, "2026-03-01");
        family.Answered(T1, "sdq-p-4-17", "2026-03-09");
        Assert.False(Log.IsOut);
    }

    [Fact]
    public void Noting_a_step_again_corrects_it_and_the_same_note_leaves_no_fact()
    {
        Noted(ReceiptStep.Sent, "2026-03-01");
        Assert.Empty(Ask(ReceiptStep.Sent, "2026-03-01").Accepted());
        Noted(ReceiptStep.Sent, "2026-03-02");
        Assert.Equal(new DateOnly(2026, 3, 2), Log.Sent);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Noted(ReceiptStep.Received, "2026-03-10");
        Assert.Equal("receipt.order", Ask(ReceiptStep.Sent, "2026-03-11").Refused().Code);
        Assert.Equal("receipt.order", Ask(ReceiptStep.Boxed, "2026-03-09", "B1").Refused().Code);
        Assert.Equal("receipt.box", Ask(ReceiptStep.Boxed, "2026-03-11").Refused().Code);
        Assert.Equal("receipt.box", Ask(ReceiptStep.Sent, "2026-03-01", "B1").Refused().Code);
        Assert.Equal("receipt.follows", Ask(ReceiptStep.Keyed, "2026-03-11").Refused().Code);
        Assert.Equal("date.future", Ask(ReceiptStep.Boxed, "2026-03-21", "B1").Refused().Code);
        Assert.Equal("date.before-sampling", Ask(ReceiptStep.Sent, "2026-01-01").Refused().Code);
    }
}
