using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>A page that declares a whole list: rows that others changed while it was open stay, and a row that both changed is asked for.</summary>
public abstract class ListTask<T>(RowKind<T> kind) : JoinedTask
    where T : class
{
    private ImmutableArray<ListStep<T>> steps = [];

    protected IInstrumentLists Lists => Grains.InstrumentLists(Id);

    /// <summary>The list as it stands.</summary>
    protected abstract ImmutableArray<T> Rows { get; }

    /// <summary>The list as the form on this page was begun on it.</summary>
    protected ImmutableArray<T> Begun => steps.IsEmpty ? Rows : steps[0].Rows;

    protected abstract Task<ImmutableArray<ListStep<T>>> Since(int revision);

    protected override async Task<IActionResult?> Elsewhere()
    {
        if (HttpMethods.IsPost(Request.Method) && Revision is { } began && began != Now) steps = await Since(began);
        return null;
    }

    protected async Task<IActionResult> Declare(ImmutableArray<T> sent, Func<DraftBasis, Task<Decision<StudyInstrument>>> declare, string done, string href)
    {
        var basis = Basis;
        var decision = await declare(basis);
        if (decision is not Decision<StudyInstrument>.Refused { Why: { Kind: RefusalKind.Conflict } why }) return await Answer(decision, done + Meanwhile(steps.Skip(1).Select(s => s.By)), href);
        Take(await Door.Read());
        steps = await Since(basis.On!.Value);
        return Overtaken(why, steps.IsEmpty ? [] : ListJoin<T>.Of(kind, steps, sent, basis).Clashes);
    }
}
