using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.Cases;

/// <summary>Filled forms with what must come of them: run here at any time, and by publishing, which refuses while one does not hold.</summary>
public sealed class IndexModel() : ListTask<TestCase>(CaseRows.Kind)
{
    private ImmutableArray<TestCase> sent = [];

    [BindProperty] public IFormFile? Upload { get; set; }

    [BindProperty] public string Text { get; set; } = "";

    protected override int Now => Kept.CasesBy?.Revision ?? 0;

    protected override (string Words, string Href) Changed => ("test cases", InstrumentsLinks.Cases(Id));

    protected override ImmutableArray<TestCase> Rows => Kept.Cases;

    protected override Task<ImmutableArray<ListStep<TestCase>>> Since(int revision) => Lists.CasesSince(revision);

    /// <summary>What the cases are run on: the draft, or the newest version where there is none.</summary>
    public InstrumentDefinition Tried => Kept.Draft ?? Kept.Newest()!;

    public ImmutableArray<CaseResult> Results => CaseRun.Of(Tried, Kept.Cases);

    /// <summary>The cases as they are, to be changed where they stand.</summary>
    public void OnGet() => Text = Kept.Cases.IsEmpty ? "" : CaseFile.Write(Kept.Cases);

    public async Task<IActionResult> OnPost()
    {
        var read = await UploadedText.Of(Upload, Text) is var text && text.TrimStart().StartsWith('[')
            ? CaseFile.Read(text)
            : Workbook.Read(await UploadedText.Bytes(Upload, Text)).Then(grid => CaseFile.Rows(Tried, [.. grid.Sheets[0].Rows.Select(r => r.Cells)]));
        if (read is not Decision<ImmutableArray<TestCase>>.Accepted { Value: var cases }) return await ReturnPageWithTyped(((Decision<ImmutableArray<TestCase>>.Refused)read).Why);
        sent = cases;
        return await Declare(cases, basis => Lists.DeclareCases(cases, basis, Stamp()), "The test cases are kept.", InstrumentsLinks.Cases(Id));
    }

    /// <summary>What was sent, whichever way: a file is not asked for again.</summary>
    protected override IEnumerable<KeyValuePair<string, string>> AlsoKept() => [new(nameof(Text), CaseFile.Write(sent))];
}
