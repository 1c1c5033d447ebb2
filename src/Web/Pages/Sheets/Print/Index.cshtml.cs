using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Api.Sheets;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Sheets.Print;

/// <summary>Numbers and logs a sheet, and shows it.</summary>
public sealed class IndexModel(SheetDesk desk, StudyFrames frames, RosterPeople people) : StudyPage
{
    [BindProperty(SupportsGet = true)] public SheetKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)] public string Families { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Interviewer { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public TypedDate DestroyBy { get; set; } = new();

    public IEnumerable<Choice> Waves { get; private set; } = [];

    public IEnumerable<Choice> Interviewers { get; private set; } = [];

    /// <summary>Whether the person may print for others.</summary>
    public bool SeesAll => Person.Is(Roles.Coordinator | Roles.Administrator);

    public async Task OnGet([FromQuery] string? day)
    {
        await Load();
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) On = TypedDate.Of(on);
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var kind = typed.Chosen(Kind, "Kind", SheetRefusals.Kind.Sentence);
        DateOnly? on = On.IsEmpty ? null : typed.Read(On.Read("On", "day"));
        DateOnly? until = DestroyBy.IsEmpty ? null : typed.Read(DestroyBy.Read("DestroyBy", "day"));
        var ids = ImmutableArray.CreateBuilder<FamilyId>();
        foreach (var text in Families.Split([' ', ',', ';', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (FamilyId.TryParse(text, null, out var id)) ids.Add(id);
            else typed.Fault("Families", $"'{text}' is not a family's id. Check it for a mistyped character.");
        }
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var wish = new SheetWish(kind, ids.ToImmutable(), WaveCode.TryParse(Wave, null, out var wave) ? wave : null, Interviewer.Length > 0 ? Interviewer : null, on, until);
        var printed = await desk.Print(wish, Person, Stamp());
        return await Answer(printed.At(("families", "Families"), ("wave", "Wave"), ("interviewer", SeesAll ? "Interviewer" : "On"), ("destroyBy", "DestroyBy")), sheet => LocalRedirect(SheetsLinks.Show(sheet.Id)));
    }

    protected override async Task Load()
    {
        Waves = (await frames.Current()).Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));
        Interviewers = await WhoIsWho.Choices(await people.Of(Person));
    }
}
