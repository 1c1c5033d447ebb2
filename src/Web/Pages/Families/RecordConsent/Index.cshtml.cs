using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.RecordConsent;

/// <summary>Records consent, one scope each; what one form gives is one act.</summary>
public sealed class IndexModel : FamilyTask
{
    private const string WholeFamily = "family";

    [BindProperty] public List<string> Scopes { get; set; } = [];

    [BindProperty] public string About { get; set; } = WholeFamily;

    [BindProperty] public string GivenBy { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    public IEnumerable<Choice> Abouts => [new(WholeFamily, "The family as a whole"), .. Family.Members.Where(m => m.Role == MemberRole.Child).Select(m => new Choice(m.Id.ToString(), m.LongWords()))];

    public IEnumerable<Choice> Givers => [.. Family.Members.Where(m => m.Role != MemberRole.Teacher).Select(m => new Choice(m.Id.ToString(), m.LongWords())), new("authority", "The authority")];

    public void OnGet() => On = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "day of consent"));
        var scopes = Scopes.Where(s => Enum.TryParse<ConsentScope>(s, out _)).Select(Enum.Parse<ConsentScope>).Distinct().ToImmutableArray();
        if (scopes.IsEmpty) typed.Fault("Scopes", "Choose at least one thing that they consent to.");
        if (GivenBy.Length == 0) typed.Fault("GivenBy", "Choose who gave the consent.");
        MemberId? about = MemberId.TryParse(About, null, out var member) ? member : null;
        return await When(typed, async () => await Answer(await Record(scopes, about, on), "Consent recorded."));
    }

    /// <summary>Scopes are recorded one after another under operations that derive from the form's: sent again, each is found done.</summary>
    private async Task<Decision<FamilyState>> Record(ImmutableArray<ConsentScope> scopes, MemberId? about, DateOnly on)
    {
        Decision<FamilyState> last = Family;
        foreach (var scope in scopes)
        {
            last = await Grains.Enrolment(Family.Id).Consent(scope, about, GivenBy, on, Stamp().For(scope.ToString()));
            if (last is Decision<FamilyState>.Refused) return last.At();
        }
        return last;
    }
}
