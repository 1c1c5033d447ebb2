using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Reminders.Terms;

/// <summary>Sets when reminders are sent and what they say in one language.</summary>
public sealed class IndexModel(IGrainFactory grains) : StudyPage
{
    public static readonly ImmutableArray<Choice> Kinds = [new("families", "Reminders of appointments, to families by e-mail"), new("digest", "A digest each weekday, to coordinators"), new("overdue", "That somebody is not back from a visit, once to the site's coordinators")];

    [BindProperty] public List<string> On { get; set; } = [];

    [BindProperty] public string DaysBefore { get; set; } = "";

    [BindProperty] public string From { get; set; } = "";

    [BindProperty] public string Until { get; set; } = "";

    [BindProperty] public string MostPerPerson { get; set; } = "";

    [BindProperty] public string CapDays { get; set; } = "";

    [BindProperty] public string DigestAt { get; set; } = "";

    [BindProperty] public string BackWithin { get; set; } = $"{VisitWatch.UsualMargin}";

    [BindProperty] public string Language { get; set; } = "";

    [BindProperty] public string Subject { get; set; } = "";

    [BindProperty] public string Text { get; set; } = "";

    public async Task OnGet()
    {
        var plan = await grains.Reminders().Read();
        var (terms, wording) = (plan.Terms, plan.Wordings[0]);
        On = [.. new[] { terms.ToFamilies ? "families" : "", terms.Digest ? "digest" : "", terms.Overdue ? "overdue" : "" }.Where(k => k.Length > 0)];
        DaysBefore = string.Join(", ", terms.DaysBefore);
        (From, Until, DigestAt) = (Clock(terms.From), Clock(terms.Until), Clock(terms.DigestAt));
        (MostPerPerson, CapDays) = (terms.MostPerPerson.ToString(CultureInfo.InvariantCulture), terms.CapDays.ToString(CultureInfo.InvariantCulture));
        BackWithin = terms.BackWithin.ToString(CultureInfo.InvariantCulture);
        (Language, Subject, Text) = (wording.Language, wording.Subject, wording.Text);
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var terms = new ReminderTerms
        {
            ToFamilies = On.Contains("families"), Digest = On.Contains("digest"), DaysBefore = [.. DaysBefore.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Where(d => d != "and").Select(d => Whole(typed, d, "DaysBefore"))],
            From = Time(typed, From, "From"), Until = Time(typed, Until, "Until"), DigestAt = Time(typed, DigestAt, "DigestAt"), MostPerPerson = Whole(typed, MostPerPerson, "MostPerPerson"), CapDays = Whole(typed, CapDays, "CapDays"),
            Overdue = On.Contains("overdue"), BackWithin = Whole(typed, BackWithin, "BackWithin"),
        };
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var wording = new ReminderWording(Language.Trim(), Subject.Trim(), Text.ReplaceLineEndings("\n").Trim());
        var said = await grains.Reminders().SetWording(wording, Stamp().For("wording")); // first, so that nothing goes out with words that are refused
        if (said is Decision<ReminderPlan>.Accepted) said = await grains.Reminders().SetTerms(terms, Stamp().For("terms"));
        return await Answer(said.At(), _ => Done("The reminders are saved.", RemindersLinks.List));
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly Time(TypedFields typed, string text, string field)
    {
        if (TimeOnly.TryParseExact(text.Trim(), ["H:mm", "HH:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        typed.Fault(field, "Enter a time on the 24-hour clock, such as 09:00.");
        return default;
    }

    private static int Whole(TypedFields typed, string text, string field)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        typed.Fault(field, "Enter whole numbers, such as 2.");
        return 0;
    }
}
