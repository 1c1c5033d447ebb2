using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups.Transcript;

/// <summary>Takes a transcript one step on, or back with a reason.</summary>
public sealed class IndexModel : GroupPage
{
    [BindProperty] public TranscriptStep? Step { get; set; }

    [BindProperty] public TranscriptSource? Source { get; set; }

    [BindProperty] public string Who { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Why { get; set; } = "";

    /// <summary>The next step, then those behind it.</summary>
    public IEnumerable<Choice> Steps => Enum.GetValues<TranscriptStep>().Where(s => s <= Group.TranscriptAt + 1 && s != Group.TranscriptAt).OrderByDescending(s => s)
        .Select(s => new Choice($"{s}", s < Group.TranscriptAt ? $"Back to: {s.Words().ToLowerInvariant()}" : s.Words()));

    public IEnumerable<Choice> Sources => Choices.Of<TranscriptSource>(s => s == TranscriptSource.Recording ? "A recording" : "Notes");

    public void OnGet()
    {
        On = TypedDate.Of(Today);
        if (Group.TranscriptAt < TranscriptStep.Coded) Step = Group.TranscriptAt + 1;
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var step = typed.Chosen(Step, "Step", "Choose a step.");
        var on = typed.Read(On.Read("On", "day"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var stamp = Stamp(Why.Trim() is { Length: > 0 } why ? why : null);
        var decision = step < Group.TranscriptAt ? await Door.Back(step, on, Who, stamp) : await Door.Forward(step, on, Who, Source, stamp);
        return await Answer(decision, $"The transcript is {step.Words().ToLowerInvariant()}.");
    }
}
