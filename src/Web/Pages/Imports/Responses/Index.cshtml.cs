using System.Text;
using Humanizer;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Uploads;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Imports.Responses;

/// <summary>Takes in a file of filled forms: sent and checked first, then taken in, or as much of it as can be.</summary>
[RequestSizeLimit(UploadShelf.MostBytes), RequestFormLimits(MultipartBodyLengthLimit = UploadShelf.MostBytes)]
public sealed class IndexModel(StudyFrames frames, ResponseImport import, UploadShelf shelf) : StudyPage
{
    [BindProperty] public string Instrument { get; set; } = "";
    [BindProperty] public string Wave { get; set; } = "";
    [BindProperty] public string Missing { get; set; } = "";
    [BindProperty] public string Reason { get; set; } = "";
    [BindProperty] public IFormFile? Csv { get; set; }
    [BindProperty] public string Kept { get; set; } = ""; // the file that was checked
    [BindProperty] public bool AcceptGood { get; set; }

    public StudyFrame Frame { get; private set; } = new();

    public ImportReport? Report { get; private set; }
    public string FileName { get; private set; } = "";

    public IEnumerable<Choice> Instruments => Frame.Shelf.Newest.Where(i => i.Subject is not (InstrumentSubject.Worker or InstrumentSubject.Site)).Select(i => new Choice(i.Id.Text, i.Title));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice(w.Code.Text, w.Name));

    protected override async Task Load() => Frame = await frames.Current();

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        if (Csv is not { Length: > 0 } file) return await ReturnPageWithTyped(UploadRefusals.NoFile);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        return await Run(Path.GetFileName(file.FileName), bytes.ToArray(), dryRun: true);
    }

    public async Task<IActionResult> OnPostEmpty()
    {
        await Load();
        if (!InstrumentId.TryParse(Instrument, null, out var instrument)) return await ReturnPageWithTyped(UploadRefusals.Instrument);
        return await Answer(ResponseFiles.Empty(Frame, instrument), csv => File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", $"{instrument}.csv"));
    }

    public async Task<IActionResult> OnPostTake() =>
        shelf.Find(Person.Account, Kept) is { } upload ? await Run(upload.Name, upload.Content, dryRun: false) : await ReturnPageWithTyped(UploadRefusals.Gone);

    public Task<IActionResult> OnPostFaulty() => Give(ResponseFiles.Faulty, "to-correct");

    public Task<IActionResult> OnPostWarnings() => Give(ResponseFiles.Warnings, "warnings");

    private async Task<IActionResult> Give(Func<byte[], StudyFrame, ResponsesOf, ResponseImport, Person, CancellationToken, Task<Decision<byte[]>>> made, string what)
    {
        await Load();
        if (shelf.Find(Person.Account, Kept) is not { } upload || Of() is not { } of) return await ReturnPageWithTyped(UploadRefusals.Gone);
        return await Answer(await made(upload.Content, Frame, of, import, Person, HttpContext.RequestAborted), csv => File(csv, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(upload.Name)}-{what}.csv"));
    }

    private ResponsesOf? Of() => InstrumentId.TryParse(Instrument, null, out var instrument) && WaveCode.TryParse(Wave, null, out var wave) ? new(instrument, wave, null, Missing, Reason) : null;

    private async Task<IActionResult> Run(string name, byte[] content, bool dryRun)
    {
        await Load();
        if (Of() is not { } of) return await ReturnPageWithTyped(InstrumentId.TryParse(Instrument, null, out _) ? UploadRefusals.Wave : UploadRefusals.Instrument);
        var read = await ResponseFiles.Read(new MemoryStream(content), Frame, of, HttpContext.RequestAborted);
        if (read is Decision<ResponseFile>.Refused(var why)) return await ReturnPageWithTyped(why.Faults.IsEmpty ? why.At("Csv") : why);
        var report = await import.Run(((Decision<ResponseFile>.Accepted)read).Value, new(of.Wave, dryRun, AcceptGood), Person, (_, _, _) => { }, HttpContext.RequestAborted);
        if (report is { Outcome: ImportOutcome.Saved, Faulty: 0, Warnings.Count: 0 })
        {
            shelf.Drop(Kept);
            return Done($"{name}: {"form".ToQuantity(report.Taken, "N0")} saved, {report.Already:N0} were there already.", ImportsLinks.Responses);
        }
        if (dryRun) Kept = shelf.Keep(Person.Account, name, content);
        (Report, FileName) = (report, name);
        return Page();
    }
}
