using System.Text;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Exchange.Lists;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Api.Imports.Lists;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Uploads;

namespace SosLongitudinal.Web.Pages.Imports.Lists;

/// <summary>Takes in an authority's list: sent and checked first, then taken in, or as much of it as can be. The file tells who people are and never goes to a disk.</summary>
[RequestSizeLimit(UploadShelf.MostBytes), RequestFormLimits(MultipartBodyLengthLimit = UploadShelf.MostBytes, MemoryBufferThreshold = (int)UploadShelf.MostBytes)]
public sealed class IndexModel(ListImport import, UploadShelf shelf) : StudyPage
{
    private static readonly Refusal NoFile = new Refusal("list-upload.no-file", "Choose a CSV file or a workbook.").At("Csv");
    private static readonly Refusal Gone = new Refusal("list-upload.gone", "The file is no longer held here. Choose it again.").At("Csv");
    private static readonly Refusal NoKind = new Refusal("list-upload.kind", "Choose what is on the list.").At("Kind");

    [BindProperty] public string Kind { get; set; } = "";

    [BindProperty] public IFormFile? Csv { get; set; }

    /// <summary>The file that was checked.</summary>
    [BindProperty] public string Kept { get; set; } = "";

    [BindProperty] public bool AcceptGood { get; set; }

    public ImportReport? Report { get; private set; }

    public string FileName { get; private set; } = "";

    public string KindWords => CaseName<ListKind>.TryParse(Kind, null, out var kind) ? Words(kind.Case) : "";

    public static IEnumerable<Choice> Kinds => Enum.GetValues<ListKind>().Select(k => new Choice(NameOf(k), Words(k)));

    public static string NameOf(ListKind kind) => new CaseName<ListKind>(kind).ToString();

    public static string Words(ListKind kind) => kind switch
    {
        ListKind.Families => "Families and their members",
        ListKind.Workers => "Social workers",
        ListKind.Allocations => "Who held cases from when on",
        _ => "Case events",
    };

    public void OnGet() => Kind = NameOf(ListKind.Families);

    public IActionResult OnGetTemplate(string kind) => CaseName<ListKind>.TryParse(kind, null, out var name)
        ? File(Encoding.UTF8.GetBytes(ListColumns.Template(name.Case)), "text/csv; charset=utf-8", $"{name}.csv")
        : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (Csv is not { Length: > 0 } file) return await ReturnPageWithTyped(NoFile);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        return await Run(Path.GetFileName(file.FileName), bytes.ToArray(), dryRun: true);
    }

    public async Task<IActionResult> OnPostTake() =>
        shelf.Find(Person.Account, Kept) is { } upload ? await Run(upload.Name, upload.Content, dryRun: false) : await ReturnPageWithTyped(Gone);

    private async Task<IActionResult> Run(string name, byte[] content, bool dryRun)
    {
        if (!CaseName<ListKind>.TryParse(Kind, null, out var kind)) return await ReturnPageWithTyped(NoKind);
        var read = await import.Read(kind.Case, new MemoryStream(content), HttpContext.RequestAborted);
        if (read is not Decision<ReadList>.Accepted(var list)) return await ReturnPageWithTyped(((Decision<ReadList>.Refused)read).Why.At("Csv"));
        var report = await import.Run(list, new(dryRun, AcceptGood), Person, (_, _, _) => { }, HttpContext.RequestAborted);
        if (report.Outcome == ImportOutcome.Saved)
        {
            shelf.Drop(Kept);
            return Done($"{name}: {report.Taken:N0} rows saved, {report.Already:N0} were there already{(report.Faulty == 0 ? "" : $", {report.Faulty:N0} not taken")}.", ImportsLinks.Lists);
        }
        if (dryRun) Kept = shelf.Keep(Person.Account, name, content);
        ModelState.Remove(nameof(Kept));
        (Report, FileName) = (report, name);
        return Page();
    }
}
