using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Safeguarding.Record;

/// <summary>Writes down a disclosure; then leads to saying who was told.</summary>
public sealed class IndexModel : FamilyTask
{
    public static readonly IEnumerable<Choice> Kinds = Choices.Of<HarmKind>(k => k.Words());

    [BindProperty] public HarmKind? Kind { get; set; }

    [BindProperty] public string Words { get; set; } = "";

    [BindProperty] public string About { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Time { get; set; } = "";

    [BindProperty] public string By { get; set; } = "";

    public IEnumerable<Choice> Members => Family.Members.Where(m => m.ErasedOn is null).Select(m => new Choice(m.Id.ToString(), m.LongWords()));

    public void OnGet() => (On, By) = (TypedDate.Of(Today), Person.Account.ToString());

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var kind = typed.Chosen(Kind, "Kind", "Choose what kind of harm it was.");
        var on = typed.Read(On.Read("On", "day"));
        var time = TypedTimes.Read(Time, typed, "Time");
        return await When(typed, async () =>
        {
            var heard = new HeardHarm(kind, Words.Trim(), MemberId.TryParse(About, null, out var member) ? member : null, By.Trim(), on, time);
            var recorded = await Grains.Disclosures(Family.Id).Record(heard, Person.AsViewer(), Stamp());
            return await Answer(recorded.At(), made => Done("The disclosure is recorded. Now pass it on and say who was told.", SafeguardingLinks.Show(Family.Id, made.Number)));
        });
    }
}
