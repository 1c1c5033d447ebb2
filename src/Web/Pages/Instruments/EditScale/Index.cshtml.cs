using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Instruments.EditScale;

/// <summary>One score of the draft, or a new one: what it adds, what is reversed and recoded, how many must be answered, its range. What does not fit is said at its field.</summary>
public sealed class IndexModel : DraftTask
{
    public const string New = "new";

    public static readonly IReadOnlyList<Choice> Kinds = [new($"{ScaleKind.Sum}", "Sum of items"), new($"{ScaleKind.Mean}", "Mean of items"), new($"{ScaleKind.SumOfScales}", "Sum of other scales")];

    public static readonly IReadOnlyList<Choice> Roundings = [new($"{RoundingRule.HalfUp}", "To a whole number, a half upwards"), new($"{RoundingRule.None}", "Not rounded: two decimals are kept")];

    [FromRoute(Name = "scale")] public string Which { get; set; } = "";

    [BindProperty] public ScaleFields Fields { get; set; } = new();

    public bool IsNew => Which == New;

    private bool IsThere => IsNew || Draft.Scales.Any(s => s.Name == Which);

    /// <summary>What is rarely set is shown open where it is set or at fault.</summary>
    public bool RareIsOpen => new[] { Fields.Recode, Fields.GateItem, Fields.GateValues, Fields.GateScore, Fields.PrintedMax }.Any(f => f.Length > 0);

    public IActionResult OnGet()
    {
        if (!IsThere) return NotFound();
        if (!IsNew) Fields = ScaleFields.Of(ScaleWords.Of(Draft.Scales.First(s => s.Name == Which)));
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!IsThere) return NotFound();
        var words = Fields.Words(IsNew ? null : Which);
        return await Keep(IsNew ? ScaleEdits.Add(Draft, words) : ScaleEdits.Change(Draft, Which, words), $"{words.Name.Trim()} is {(IsNew ? "added" : "changed")}.", InstrumentsLinks.Scores(Id), AtFields);
    }

    public async Task<IActionResult> OnPostDrop() => IsThere ? await Keep(ScaleEdits.Drop(Draft, Which), $"{Which} is dropped.", InstrumentsLinks.Scores(Id)) : NotFound();

    private Task<IActionResult> AtFields(Study.Kernel.Refusal why) => ReturnPageWithTyped(why with { Faults = [.. why.Faults.Select(f => f with { Field = $"Fields.{f.Field}" })] });
}
