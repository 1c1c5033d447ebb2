using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments.Preview;

/// <summary>A form tried out with any answers: what applies, what is worked out, what it scores. Nothing is kept.</summary>
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed class IndexModel : InstrumentTask
{
    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    /// <summary>How the form came out; <c>null</c> before it was tried or where an answer does not fit.</summary>
    public CheckedAnswers? Checked { get; private set; }

    public Scores Scores => Checked is { } taken ? Scoring.Score(Shown, taken.Answers) : Scores.None;

    public FormFields Fields => new(Shown, Typed) { Language = Language.Length > 0 ? Language : Shown.Language };

    /// <summary>Items that do not apply with these answers.</summary>
    public IEnumerable<Item> NotApplicable => Shown.Items.Where((item, i) => item.Type != ItemType.Note && Checked!.Answers.MissingAt(i) == MissingReason.NotApplicable);

    public IEnumerable<(Item Item, string Value)> Computed => Shown.Items.Where(i => i.Type == ItemType.Computed).Select(i => (i, Checked!.Answers[i.Name] is Answer.Missing missing ? missing.Reason.Words() : Checked.Answers[i.Name].AsText()));

    public void OnGet()
    {
        On = TypedDate.Of(Today);
        Typed = TypedAnswers.Defaults(Shown);
    }

    /// <summary>What the test case is called that this becomes.</summary>
    [BindProperty] public string CaseName { get; set; } = "";

    /// <summary>It takes the place of the test case of its name.</summary>
    [BindProperty] public bool InPlace { get; set; }

    /// <summary>The revision of the test cases that the form was made from.</summary>
    [BindProperty] public int? CasesSeen { get; set; }

    public override IEnumerable<KeyValuePair<string, string>> Carried => [new(nameof(CasesSeen), $"{CasesSeen ?? Kept.CasesBy?.Revision ?? 0}")];

    public bool IsTaken => Kept.Cases.Any(c => c.Name == CaseName.Trim());

    public bool MayKeep => Person.May("Instruments/Cases") && Shown.Version == (Kept.Draft ?? Kept.Newest())!.Version;

    /// <summary>What came of the answers is what must come of them from now on.</summary>
    public async Task<IActionResult> OnPostKeep()
    {
        if (!MayKeep) return Forbid();
        Typed = TypedAnswers.From(Request.Form);
        if (On.Read("On", "day").Then(on => Typed.Check(Shown, on, Language)) is Decision<CheckedAnswers>.Accepted { Value: var held }) Checked = held;
        var tried = On.Read("On", "day on which it would be filled in").Then(on => TriedCase.Of(Shown, CaseName, Typed.For(Shown, on), on));
        if (tried is not Decision<TestCase>.Accepted { Value: var made }) return await ReturnPageWithTyped(((Decision<TestCase>.Refused)tried).Why);
        var kept = await Grains.InstrumentLists(Id).AddCase(made, InPlace, InPlace ? new(CasesSeen) : DraftBasis.Whatever, Stamp());
        if (kept is Decision<StudyInstrument>.Refused { Why: var why })
        {
            // the page is shown with the cases as they are: what is sent next was begun on those
            Take(await Door.Read());
            CasesSeen = Kept.CasesBy?.Revision;
            return await ReturnPageWithTyped(why with { Faults = [.. why.Faults.Select(f => f.Field == "name" || f.Field == CaseRows.KeyOf(made) ? f with { Field = nameof(CaseName) } : f)] });
        }
        return await Answer(kept, $"The test case '{made.Name}' is kept.", InstrumentsLinks.Cases(Id));
    }

    public async Task<IActionResult> OnPost()
    {
        Typed = TypedAnswers.From(Request.Form);
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "day on which it would be filled in"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var taken = Typed.Check(Shown, on, Language);
        if (taken is Decision<CheckedAnswers>.Refused { Why: var why }) return await ReturnPageWithTyped(why);
        Checked = ((Decision<CheckedAnswers>.Accepted)taken).Value;
        return Page();
    }
}
