using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>A page about the draft; without one it leads to where a draft is started. Its forms say which revision they were begun on, and a save goes on from that one.</summary>
public abstract class DraftTask : InstrumentTask
{
    public const string RevisionField = "revision";

    private DraftTrail trail = DraftTrail.Empty;

    /// <summary>The revision that the form on this page was begun on.</summary>
    [BindProperty(Name = RevisionField)] public int? Revision { get; set; }

    /// <summary>The revision on which parts that two changed were chosen from.</summary>
    [BindProperty(Name = "seen")] public int Seen { get; set; }

    /// <summary>The draft as the form on this page was begun on it.</summary>
    public InstrumentDefinition Draft => trail.Steps.IsEmpty ? Kept.Draft! : trail.Steps[0].Definition;

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

    public override IEnumerable<KeyValuePair<string, string>> Carried =>
        Kept.Draft is null && Revision is null ? [] : [new(RevisionField, (Revision ?? Kept.DraftRevision).ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Keeps a change of the draft that this page was begun on; what others changed elsewhere stays, what both changed is asked for.</summary>
    /// <param name="refused">Shows the page again where the change itself cannot be made.</param>
    protected async Task<IActionResult> Keep(Decision<InstrumentDefinition> changed, string done, string href, Func<Refusal, Task<IActionResult>>? refused = null)
    {
        if (changed is not Decision<InstrumentDefinition>.Accepted { Value: var next }) return await (refused ?? ReturnPageWithTyped)(((Decision<InstrumentDefinition>.Refused)changed).Why);
        var basis = new DraftBasis(Revision ?? Kept.DraftRevision) { Seen = Seen, Mine = Chosen("mine"), Theirs = Chosen("theirs") };
        switch (await Door.Revise(next, basis, Stamp()))
        {
            case Decision<StudyInstrument>.Refused { Why: { Code: "instrument.draft-overtaken" } why }:
                Take(await Door.Read());
                trail = await Door.DraftSince(basis.On!.Value);
                return Overtaken(why, DraftJoin.Of(trail.Steps, next with { Version = Kept.Draft!.Version }, basis).Clashes);
            case Decision<StudyInstrument>.Refused { Why: { Kind: RefusalKind.Conflict } why }: return Overtaken(why, []);
            case var decision: return await Answer(decision, done + Meanwhile(), href);
        }
    }

    /// <summary>Goes on, unless somebody changed the draft since this page was opened: then that is said, and nothing is done.</summary>
    protected async Task<IActionResult> Unless(Decision<StudyInstrument> decision, string done, string href) =>
        decision is Decision<StudyInstrument>.Refused { Why: { Code: "instrument.draft-changed" } why } ? Overtaken(why, []) : await Answer(decision, done, href);

    /// <summary>What others saved while this page was open, and that it is there too.</summary>
    private string Meanwhile() => trail.Steps.Skip(1).Select(s => s.By).Distinct().ToList() is { Count: > 0 } others ? $" What {string.Join(" and ", others)} changed meanwhile is kept." : "";

    private ImmutableArray<string> Chosen(string side) => Request.HasFormContentType
        ? [.. Request.Form.Where(f => f.Key.StartsWith(OvertakenDraft.ChoiceField, StringComparison.Ordinal) && f.Value == side).Select(f => f.Key[OvertakenDraft.ChoiceField.Length..])]
        : [];

    private ViewResult Overtaken(Refusal why, ImmutableArray<DraftClash> clashes)
    {
        var kept = KeptValues.Of(Request.Path + Request.QueryString, Request.Form);
        var model = new OvertakenDraft(Id, Kept.Newest()?.Title ?? Shown.Title, why, clashes, Kept.DraftRevision, Frame.Design.TimeZone,
            kept with { Values = [.. kept.Values.Where(v => v.Key != "seen" && !v.Key.StartsWith(OvertakenDraft.ChoiceField, StringComparison.Ordinal)), .. AlsoKept()] });
        return new ViewResult { ViewName = OvertakenDraft.View, StatusCode = why.Status(), ViewData = new ViewDataDictionary<OvertakenDraft>(MetadataProvider, new ModelStateDictionary()) { Model = model } };
    }

    /// <summary>What is sent again beside the form's fields, such as the text of a file.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> AlsoKept() => [];
}

/// <summary>A save that somebody else's change stands in the way of.</summary>
/// <param name="Clashes">What both changed; empty where the draft that it was begun on is no more.</param>
/// <param name="Seen">The revision that the choices are made on.</param>
public sealed record OvertakenDraft(InstrumentId Id, string Title, Refusal Why, ImmutableArray<DraftClash> Clashes, int Seen, string TimeZone, KeptValues Typed)
{
    public const string View = "/Pages/Instruments/_Overtaken.cshtml";
    public const string ChoiceField = "choice.";
}
