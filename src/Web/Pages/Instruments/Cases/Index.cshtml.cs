using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.Cases;

/// <summary>Filled forms with what must come of them: run here at any time, and by publishing, which refuses while one does not hold.</summary>
public sealed class IndexModel : InstrumentTask
{
    [BindProperty] public IFormFile? Upload { get; set; }

    [BindProperty] public string Text { get; set; } = "";

    /// <summary>The revision of the cases that the form was made from.</summary>
    [BindProperty] public int? Seen { get; set; }

    public override IEnumerable<KeyValuePair<string, string>> Carried => [new(nameof(Seen), $"{Seen ?? Kept.CasesBy?.Revision ?? 0}")];

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
        return read is Decision<ImmutableArray<TestCase>>.Accepted { Value: var cases }
            ? await Declared(await Door.DeclareCases(cases, Stamp(), Seen), now => Seen = now.CasesBy?.Revision, cases.Length == 1 ? "1 test case is kept." : $"{cases.Length} test cases are kept.", InstrumentsLinks.Cases(Id))
            : await ReturnPageWithTyped(((Decision<ImmutableArray<TestCase>>.Refused)read).Why);
    }
}
