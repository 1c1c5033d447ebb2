using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.ContactProtocol;

using Protocol = Study.Design.ContactProtocol;

/// <summary>Declares how often and at which times of the week families are tried.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    private const int EmptyLines = 2;

    [BindProperty] public string MostAttempts { get; set; } = "";

    [BindProperty] public string DaysBetween { get; set; } = "";

    [BindProperty] public List<TypedTime> Times { get; set; } = [];

    public StudyDesign Design { get; private set; } = new();

    protected override async Task Load() => Design = (await frames.Current()).Design;

    public async Task OnGet()
    {
        await Load();
        var there = Design.Protocol ?? new Protocol(6, 3);
        (MostAttempts, DaysBetween) = (there.MostAttempts.ToString(CultureInfo.InvariantCulture), there.DaysBetween.ToString(CultureInfo.InvariantCulture));
        Times = [.. there.Times.Select(TypedTime.Of), .. Enumerable.Range(0, EmptyLines).Select(_ => new TypedTime())];
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        var protocol = new Protocol(Whole(typed, MostAttempts, "MostAttempts"), Whole(typed, DaysBetween, "DaysBetween"))
        {
            Times = [.. Times.Select((time, i) => (time, i)).Where(t => !t.time.IsEmpty).Select(t => t.time.Read(typed, $"Times[{t.i}]")).OfType<ContactTime>()],
        };
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer((await grains.Study().DeclareContactProtocol(protocol, Stamp())).At(("times", "Times[0].Label")), _ => Done("The contact protocol is declared.", DesignLinks.Show));
    }

    private static int Whole(TypedFields typed, string text, string field)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        typed.Fault(field, "Enter a whole number, such as 3.");
        return 0;
    }
}
