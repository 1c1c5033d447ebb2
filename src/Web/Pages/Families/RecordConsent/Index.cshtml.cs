using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.RecordConsent;

/// <summary>Records a consent form; what one form gives is one act.</summary>
public sealed class IndexModel : FamilyTask
{
    private const string WholeFamily = "family";

    [BindProperty] public List<string> Scopes { get; set; } = [];

    [BindProperty(SupportsGet = true)] public string About { get; set; } = WholeFamily;

    [BindProperty(SupportsGet = true)] public string GivenBy { get; set; } = "";

    [BindProperty] public ConsentAuthority Authority { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public string Wording { get; set; } = "";

    [BindProperty] public ConsentMode Mode { get; set; }

    [BindProperty] public string TakenBy { get; set; } = "";

    public IEnumerable<Choice> Abouts => [new(WholeFamily, "The family as a whole"), .. Present.Select(m => new Choice(m.Id.ToString(), m.LongWords()))];

    public IEnumerable<Choice> Givers => [.. Present.Where(m => m.Role != MemberRole.Teacher).Select(m => new Choice(m.Id.ToString(), m.LongWords())), new("authority", "The authority")];

    public IEnumerable<Choice> Authorities => Choices.Of<ConsentAuthority>(a => a.Words());

    public IEnumerable<Choice> Modes => Choices.Of<ConsentMode>(m => m.Words());

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    private IEnumerable<Member> Present => Family.Members.Where(m => m.ErasedOn is null);

    public void OnGet() => (On, TakenBy) = (TypedDate.Of(Today), Person.Account.ToString());

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "day of consent"));
        var scopes = Scopes.Where(s => Enum.TryParse<ConsentScope>(s, out _)).Select(Enum.Parse<ConsentScope>).Distinct().ToImmutableArray();
        if (scopes.IsEmpty) typed.Fault("Scopes", ConsentRefusals.Nothing.Sentence);
        if (GivenBy.Length == 0) typed.Fault("GivenBy", "Choose who gave the consent.");
        var form = new ConsentForm(scopes, MemberId.TryParse(About, null, out var member) ? member : null, GivenBy, on)
        {
            Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null, Wording = Wording.Trim(), Authority = Authority, TakenBy = TakenBy.Trim(), Mode = Mode,
        };
        return await When(typed, async () => await Answer((await Grains.Consent(Family.Id).Give(form, Stamp())).At(), "Consent recorded."));
    }
}
