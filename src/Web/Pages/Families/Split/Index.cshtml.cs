using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Split;

/// <summary>Makes a family of its own of members who left the household.</summary>
public sealed class IndexModel(Splitting splitting) : FamilyTask
{
    [BindProperty] public List<string> Going { get; set; } = [];

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Serial { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    public IEnumerable<Choice> Candidates => Family.Members.Where(m => m.ErasedOn is null && m.Left is null).Select(m => new Choice(m.Id.ToString(), m.LongWords()));

    protected override bool Fits(FamilyState family) => family is { MergedInto: null, ErasedOn: null };

    public void OnGet() => Serial = $"{Family.Serial}-2";

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "day on which they went"));
        ImmutableArray<MemberId> going = [.. Going.Where(g => MemberId.TryParse(g, null, out _)).Select(g => MemberId.Parse(g))];
        return await When(typed, async () => await Answer(
            (await splitting.Split(Family.Id, going, on, Serial.Trim(), Person.ContactViewer(), Stamp(Reason.Trim()))).At(("members", "Going"), ("reason", "Reason"), ("serial", "Serial"), ("on", "On")),
            household => Done($"Family {household.Id} is a household of its own now.", FamiliesLinks.Show(household.Id))));
    }
}
