using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>A page about the draft; without one it leads to where a draft is started.</summary>
public abstract class DraftTask : JoinedTask
{
    private DraftTrail trail = DraftTrail.Empty;

    /// <summary>The draft as the form on this page was begun on it.</summary>
    public InstrumentDefinition Draft => trail.Steps.IsEmpty ? Kept.Draft! : trail.Steps[0].Definition;

    protected override int Now => Kept.DraftRevision;

    protected override (string Words, string Href) Changed => ("draft", InstrumentsLinks.Draft(Id));

    protected override async Task<IActionResult?> Elsewhere()
    {
        var posted = HttpMethods.IsPost(Request.Method);
        if (posted && Revision is { } began && began != Kept.DraftRevision)
        {
            trail = await Door.DraftSince(began);
            if (trail.Steps.IsEmpty) return Overtaken(InstrumentRefusals.DraftGone(trail.Ended), []);
        }
        if (!posted) Revision = Kept.DraftRevision;
        return Kept.Draft is null && NeedsDraft ? LocalRedirect(InstrumentsLinks.Draft(Id)) : null;
    }

    /// <summary>Whether the page has anything to show without a draft.</summary>
    protected virtual bool NeedsDraft => true;

    public override IEnumerable<KeyValuePair<string, string>> Carried => Kept.Draft is null && Revision is null ? [] : base.Carried;

    /// <summary>Keeps a change of the draft that this page was begun on; what others changed elsewhere stays, what both changed is asked for.</summary>
    /// <param name="refused">Shows the page again where the change itself cannot be made.</param>
    protected async Task<IActionResult> Keep(Decision<InstrumentDefinition> changed, string done, string href, Func<Refusal, Task<IActionResult>>? refused = null)
    {
        if (changed is not Decision<InstrumentDefinition>.Accepted { Value: var next }) return await (refused ?? ReturnPageWithTyped)(((Decision<InstrumentDefinition>.Refused)changed).Why);
        var basis = Basis;
        switch (await Door.Revise(next, basis, Stamp()))
        {
            case Decision<StudyInstrument>.Refused { Why: { Code: "instrument.draft-overtaken" } why }:
                Take(await Door.Read());
                trail = await Door.DraftSince(basis.On!.Value);
                return Overtaken(why, DraftJoin.Of(trail.Steps, next with { Version = Kept.Draft!.Version }, basis).Clashes);
            case Decision<StudyInstrument>.Refused { Why: { Kind: RefusalKind.Conflict } why }: return Overtaken(why, []);
            case var decision: return await Answer(decision, done + Meanwhile(trail.Steps.Skip(1).Select(s => s.By)), href);
        }
    }

    /// <summary>Goes on, unless somebody changed the draft since this page was opened: then that is said, and nothing is done.</summary>
    protected async Task<IActionResult> Unless(Decision<StudyInstrument> decision, string done, string href) =>
        decision is Decision<StudyInstrument>.Refused { Why: { Code: "instrument.draft-changed" } why } ? Overtaken(why, []) : await Answer(decision, done, href);
}
