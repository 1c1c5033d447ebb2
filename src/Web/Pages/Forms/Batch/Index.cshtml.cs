using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>Paper forms of one batch, one after another. With script a form never leaves the page; without, the id is sent first and the form then comes with what is known of it.</summary>
public sealed partial class IndexModel(StudyFrames frames, FormFinder finder, RecentForms recent, IGrainFactory grains, TimeProvider clock) : BatchPage(frames, clock)
{
    /// <summary>An id or label to begin with.</summary>
    [FromQuery] public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Paper Paper { get; set; } = new();

    public Finding? Found { get; private set; }

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public FormFields Fields => new(Batch.Instrument, Typed) { Language = Batch.Language, Compact = true };

    public ImmutableArray<RecentForm> Recent { get; private set; } = [];

    /// <summary>A form was sent and is not saved: what was typed stays in sight, whatever its id leads to now.</summary>
    public bool WasKeyed { get; private set; }

    public bool AsksReason { get; private set; }

    public bool LeavesOut { get; private set; }

    public async Task OnGet()
    {
        Typed = TypedAnswers.Defaults(Batch.Instrument);
        await Load();
        if (Id.Length > 0) await Find(Paper.Id = Id);
    }

    /// <summary>What a typed id leads to, as a part of the page.</summary>
    public async Task<PartialViewResult> OnGetFind()
    {
        await Find(Paper.Id);
        return Partial("_Found", this);
    }

    /// <summary>What stands out about the day and the informant, as a part of the page.</summary>
    public async Task<PartialViewResult> OnGetCheck()
    {
        await Find(Paper.About);
        var on = DateText.Read(Paper.On, Today);
        return Partial("_Notices", on is { } day && Found is Finding.Ready ready ? PaperNotices.Of(Frame, Batch, ready, Paper.Respondent, day, Stamp()) : PaperNotices.None);
    }

    public async Task<IActionResult> OnPost(string? step)
    {
        Typed = TypedAnswers.From(Request.Form);
        WasKeyed = step != "find";
        if (Paper.Pick.Length > 0) Paper.Id = Paper.Pick;
        await Find(step != "find" && Paper.IsFound ? Paper.About : Paper.Id);
        if (step == "find" || !Paper.IsFound || Found is not Finding.Ready ready) return await NotYet(step);
        var read = Paper.Read(Batch, ready, Typed, Today);
        if (read is Decision<PaperEntry>.Refused { Why: var why }) return await Refused(why);
        var paper = ((Decision<PaperEntry>.Accepted)read).Value;
        var saved = await Save(ready.Family.Id, paper, Stamp(Paper.Reason.Trim() is { Length: > 0 } reason ? reason : null));
        return await saved.Match(form => Task.FromResult(Saved(new(ready.Family.Id, form.Place, paper.IsSecond), form, paper)), Refused);
    }

    protected override async Task Load() => Recent = await recent.Read(HttpContext, Person, Frame);

    private async Task Find(string text) => Found = text.Trim().Length == 0 ? null : await finder.Find(text, Paper.Sure, Batch, Frame, Today, Person);

    private async Task<Decision<Form>> Save(FamilyId family, PaperEntry paper, Stamp stamp)
    {
        var saved = paper.IsSecond
            ? (await grains.SecondEntry(family).Enter(paper.Entry, stamp)).Select(r => r.Form)
            : (await grains.Forms(family).Enter(paper.Entry, stamp)).Select(r => r.Form);
        if (saved is Decision<Form>.Accepted && Batch.Box.Length > 0) await grains.FormWork(family).NoteReceipt(new(paper.Entry.Place, ReceiptStep.Boxed, Today, Batch.Box), stamp.For("boxed"));
        return saved;
    }
}
