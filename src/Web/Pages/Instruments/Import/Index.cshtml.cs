using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Shell.Components;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Instruments.Import;

/// <summary>Brings in a file of questions. What the file says that is not taken is shown by cell, whether the draft is made or the file is only checked.</summary>
[RequestSizeLimit(UploadedFile.MostBytes)]
public sealed class IndexModel(InstrumentFiles files) : StudyPage
{
    public const string OnlyCheck = "check";
    public const string Draft = "draft";

    public static readonly ImmutableArray<Choice> Kinds =
    [
        new($"{InstrumentFileKind.XlsForm}", "XLSForm", "A workbook with sheets survey, choices and settings, or the survey as CSV"),
        new($"{InstrumentFileKind.RedcapDictionary}", "REDCap data dictionary", "A CSV file with 18 columns; each of its forms becomes an instrument"),
    ];

    public static readonly ImmutableArray<Choice> Doings = [new(OnlyCheck, "Check the file and save nothing"), new(Draft, "Make the draft", "Nobody fills it in before you publish it. It takes the place of a draft of the same instrument.")];

    public static readonly ImmutableArray<Choice> Subjects = [.. Choices<InstrumentSubject>()];
    public static readonly ImmutableArray<Choice> Roles = [.. Choices<RespondentRole>()];
    public static readonly ImmutableArray<Choice> Consents = [.. Choices<ConsentScope>()];
    public static readonly ImmutableArray<Choice> Tracks = [.. Choices<Track>()];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string Kind { get; set; } = $"{InstrumentFileKind.XlsForm}";

    [BindProperty]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Subject { get; set; } = "family";

    [BindProperty]
    public List<string> Respondents { get; set; } = ["parent"];

    [BindProperty]
    public string Consent { get; set; } = "interview";

    [BindProperty]
    public string Track { get; set; } = "interview";

    [BindProperty]
    public string Doing { get; set; } = OnlyCheck;

    /// <summary>The draft that somebody else changed last gives way.</summary>
    [BindProperty]
    public bool Replace { get; set; }

    public bool AsksToReplace => Replace || (ModelState.TryGetValue("replace", out var asked) && asked.Errors.Count > 0);

    public InstrumentImport? Result { get; private set; }

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        if (await UploadedFile.Read(Upload, cancellation) is not Decision<UploadedFile>.Accepted(var file)) return await ReturnPageWithTyped(InstrumentFileRefusals.NoFile);
        var kind = Enum.TryParse<InstrumentFileKind>(Kind, out var chosen) ? chosen : InstrumentFileKind.XlsForm;
        var terms = new InstrumentTerms(Id, Subject, string.Join(',', Respondents), Consent, Track, Replace);
        return await (await files.Import(kind, file, terms, Doing != Draft, Stamp())).Match(Show, why => ReturnPageWithTyped(why.Faults.IsEmpty ? why.At(nameof(Upload)) : why));
    }

    private Task<IActionResult> Show(InstrumentImport result)
    {
        Result = result;
        // the next file is another command
        Operation = OperationId.New().ToString();
        ModelState.Remove(OperationField);
        return result.Errors.Any() ? ReturnPageWithTyped(InstrumentFileRefusals.Faulty(result) with { Faults = [] }) : Task.FromResult<IActionResult>(Page());
    }

    private static IEnumerable<Choice> Choices<T>() where T : struct, Enum => Enum.GetValues<T>().Select(v => new Choice(InstrumentTerms.Word(v), ImportWords.Of(v)));
}
