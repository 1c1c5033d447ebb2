using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>What comes back of a form that was sent: to the script a line or the faults, to a browser without it the page.</summary>
public sealed partial class IndexModel
{
    private const string ByScript = "X-Entry";

    private bool IsByScript => Request.Headers.ContainsKey(ByScript);

    private string Here => Batch.Href();

    private IActionResult Saved(RecentKey key, Form form, PaperEntry paper)
    {
        recent.Add(HttpContext, Person, key);
        var line = RecentForm.Of(key, form, Frame);
        var also = string.Join(' ', new[] { paper.Aside, Batch.KeptWords(stays: IsByScript) }.OfType<string>());
        if (!IsByScript) return Done($"Saved: {line.Words}. {also}".TrimEnd(), Here);
        var partial = Partial("_Saved", new SavedPaper(line, also.Length > 0 ? also : null, OperationId.New().ToString()));
        partial.StatusCode = StatusCodes.Status201Created;
        return partial;
    }

    private async Task<IActionResult> Refused(Refusal why)
    {
        var wantsReason = why.Code is "form.wrong-age-form" or "form.not-in-schedule";
        var mended = wantsReason ? BatchRefusals.WantsReason(why) : why with { Faults = [.. why.Faults.Select(f => f with { Field = FieldOf(f.Field) })] };
        if (IsByScript) return new ResultOf((await HttpContext.RequestServices.GetRequiredService<AccountNames>().Say(mended)).ToProblem());
        AsksReason |= wantsReason;
        LeavesOut = why.Code == "form.left-out";
        return await ReturnPageWithTyped(mended);
    }

    /// <summary>The id was sent, or changed since it was looked up: the page comes back with what it leads to.</summary>
    private async Task<IActionResult> NotYet(string? step)
    {
        if (Found is Finding.Stopped stopped && (IsByScript || step != "find")) return await Refused(BatchRefusals.Stopped(stopped));
        if (Found is null) return await Refused(BatchRefusals.NoId);
        if (IsByScript) return await Refused(BatchRefusals.IdChanged);
        await Load();
        return Page();
    }

    private static string FieldOf(string field) => field switch
    {
        "completedOn" => "Paper.On",
        "reason" => "Paper.Reason",
        "language" or "subject" => "",
        "respondent" => "Paper.Respondent",
        _ => field,
    };
}

/// <summary>A form that was just saved, and the operation id for the next one.</summary>
public sealed record SavedPaper(RecentForm Line, string? Aside, string NextOperation);

internal static class BatchRefusals
{
    public static readonly Refusal NoId = new Refusal("entry.no-id", "Type or scan the id on the form.").At("Paper.Id");
    public static readonly Refusal IdChanged = new Refusal("entry.id-changed", "The id was changed: press Enter in it to look it up again.").At("Paper.Id");

    /// <summary>What does not fit the design is kept with a reason, so the reason's field is where it is asked for.</summary>
    public static Refusal WantsReason(Refusal why) => why with { Faults = [new("Paper.Reason", why.Sentence.Split(". ")[0] + ". Say why it is kept all the same, or correct the id or the date.")] };

    /// <summary>Nothing can be keyed for the id now, whatever it led to when it was typed.</summary>
    public static Refusal Stopped(Finding.Stopped found)
    {
        var refusal = new Refusal("entry.not-found", $"{found.Sentence} This form is not saved; what you typed stays here.");
        return found.IsOfId ? refusal.At("Paper.Id") : refusal;
    }
}
