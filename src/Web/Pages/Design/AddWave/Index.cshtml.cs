using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Design.AddWave;

/// <summary>A further wave, such as Time 3: it takes the next number and every rule of the schedule that holds at all waves.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string After { get; set; } = "";

    /// <summary>An anchor, or the kind of case event.</summary>
    [BindProperty]
    public string Anchor { get; set; } = "LastVisit";

    [BindProperty]
    public string OffsetMonths { get; set; } = "6";

    [BindProperty]
    public string DesignMonths { get; set; } = "";

    [BindProperty]
    public string OpensBefore { get; set; } = "30";

    [BindProperty]
    public string ClosesAfter { get; set; } = "90";

    public static readonly IReadOnlyList<Choice> Anchors =
    [
        new("LastVisit", "The last visit of that wave"), new("Consent", "Consent"), new("Sampling", "The day the family was sampled"),
        .. Choices.Of<CaseEventKind>(k => $"The first {k.Words().ToLowerInvariant()}"),
    ];

    public StudyDesign Design { get; private set; } = new();

    protected override async Task Load() => Design = (await frames.Current()).Design;

    public async Task<IActionResult> OnGet()
    {
        await Load();
        if (!Design.IsOpen) return LocalRedirect(DesignLinks.Open);
        var last = Design.Waves[^1];
        (Name, Code, After) = ($"Time {last.Number + 1}", $"t{last.Number + 1}", $"{last.Code}");
        DesignMonths = (last.DesignMonths + last.OffsetMonths).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (!Design.IsOpen) return await ReturnPageWithTyped(StudyRefusals.NotOpen);
        var typed = new TypedFields();
        if (string.IsNullOrWhiteSpace(Name)) typed.Fault("Name", "Enter a name, such as Time 3.");
        if (!WaveCode.TryParse(Code.Trim(), null, out var code)) typed.Fault("Code", "Give a code of small letters, digits and hyphens, such as t3.");
        if (!WaveCode.TryParse(After, null, out var after) || Design.Wave(after) is null) typed.Fault("After", "Choose the wave that it follows.");
        var number = Design.Wave(code)?.Number ?? Design.Waves[^1].Number + 1; // sent twice, it is the same wave; another under its code is refused below
        var wave = new WaveDesign(code, Name.Trim(), number, after,
            Whole(typed, OffsetMonths, "OffsetMonths"), Whole(typed, DesignMonths, "DesignMonths"), Whole(typed, OpensBefore, "OpensBefore"), Whole(typed, ClosesAfter, "ClosesAfter"))
        {
            Anchor = Enum.TryParse<WaveAnchor>(Anchor, out var anchor) && anchor != WaveAnchor.CaseEvent ? anchor : WaveAnchor.CaseEvent,
            AnchorEvent = Enum.TryParse<CaseEventKind>(Anchor, out var kind) ? kind : null,
        };
        if (Design.Wave(code) is { } there && there != wave) typed.Fault("Code", $"The study already has a wave '{code}'.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer(await grains.Study().DeclareWave(wave, Stamp()), _ => Done($"{wave.Name} is added.", DesignLinks.Show));
    }

    private static int Whole(TypedFields typed, string text, string field)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        typed.Fault(field, "Enter a whole number, such as 6.");
        return 0;
    }
}
