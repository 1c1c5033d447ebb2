using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.Enrol;

/// <summary>Takes a family in from an authority's list.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames, DuplicateCheck duplicates) : StudyPage
{
    [BindProperty] public string Site { get; set; } = "";

    [BindProperty] public string Cohort { get; set; } = "";

    [BindProperty] public string Serial { get; set; } = "";

    [BindProperty] public TypedDate SampledOn { get; set; } = new();

    [BindProperty] public List<MemberRow> Members { get; set; } = [];

    [BindProperty] public TypedDate AgreedOn { get; set; } = new();

    [BindProperty] public TypedDate ConsentedOn { get; set; } = new();

    [BindProperty] public string GivenBy { get; set; } = "";

    [BindProperty] public List<string> Scopes { get; set; } = [];

    /// <summary>Somebody of the family, to look for among those in the study already; compared, and not kept.</summary>
    [BindProperty] public string CheckName { get; set; } = "";
    [BindProperty] public TypedDate CheckBirth { get; set; } = new();
    [BindProperty] public string CheckPostcode { get; set; } = "";
    [BindProperty] public string NotSame { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name).Select(s => new Choice(s.Code.ToString(), s.Name));

    public IEnumerable<Choice> Cohorts => Frame.Design.Cohorts.Select(c => new Choice(c.Code.ToString(), c.Name));

    public async Task OnGet()
    {
        await Load();
        Members = [new() { Role = MemberRole.Child }, new() { Role = MemberRole.Parent }, new(), new(), new()];
        if (Sites.ToList() is [var only]) Site = only.Value;
    }

    /// <summary>One more line for a member; nothing is saved.</summary>
    public async Task<IActionResult> OnPostMore()
    {
        await Load();
        Members.Add(new());
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!SiteCode.TryParse(Site, null, out var site) || !Person.MaySee(site)) typed.Fault("Site", "Choose the site.");
        if (!CohortCode.TryParse(Cohort, null, out var cohort)) typed.Fault("Cohort", "Choose the cohort.");
        if (string.IsNullOrWhiteSpace(Serial)) typed.Fault("Serial", "Enter the authority's serial.");
        var sampled = typed.Read(SampledOn.Read("SampledOn", "day of sampling"));
        var members = Members.Select((row, i) => (row, i)).Where(r => !r.row.IsEmpty).Select(r => r.row.Read(typed, $"Members[{r.i}]", sampled)).OfType<NewMember>().ToImmutableArray();
        DateOnly? agreed = AgreedOn.IsEmpty ? null : typed.Read(AgreedOn.Read("AgreedOn", "day on which they agreed"));
        DateOnly? consented = ConsentedOn.IsEmpty ? null : typed.Read(ConsentedOn.Read("ConsentedOn", "day of consent"));
        DateOnly? born = CheckBirth.IsEmpty ? null : typed.Read(CheckBirth.Read("CheckBirth", "birth date"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        if (NotSame.Trim().Length == 0 && await duplicates.Any(Person, new ContactDetails(CheckName) { BirthDate = born, Postcode = CheckPostcode }) is { } same) return await ReturnPageWithTyped(same.At("NotSame"));

        var enrolment = new Enrolment(site, cohort, Serial.Trim(), sampled, members)
        {
            AgreedOn = agreed,
            ConsentedOn = consented,
            ConsentGivenBy = GivenBy.Trim(),
            Consents = [.. Scopes.Select(s => Enum.TryParse<ConsentScope>(s, out var scope) ? scope : ConsentScope.Interview).Distinct()],
        };
        return await Answer((await grains.Enrol(enrolment, Stamp(NotSame.Trim() is { Length: > 0 } why ? why : null))).At(("consents", "Scopes"), ("birthMonth", "Members[0].Month"), ("givenBy", "GivenBy")),
            family => Done($"Family {family.Id} is enrolled.", FamiliesLinks.Show(family.Id)));
    }

    protected override async Task Load() => Frame = await frames.Current();
}
