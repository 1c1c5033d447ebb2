using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Withdraw;

/// <summary>Records that consent is withdrawn, for some or all of what was given.</summary>
public sealed class IndexModel : FamilyTask
{
    private const string WholeFamily = "family";

    [BindProperty] public List<string> Scopes { get; set; } = [];

    [BindProperty] public string About { get; set; } = WholeFamily;

    [BindProperty] public WithdrawalExtent? Extent { get; set; }

    [BindProperty] public TypedDate From { get; set; } = new();

    [BindProperty] public string Reason { get; set; } = "";

    public IEnumerable<Choice> Given => Family.Consents.Where(c => c.WithdrawnFrom is null).Select(c => c.Scope).Distinct().Select(s => new Choice(s.ToString(), s.Words()));

    public IEnumerable<Choice> Abouts => [new(WholeFamily, "The family as a whole"), .. Family.Members.Where(m => m.ErasedOn is null).Select(m => new Choice(m.Id.ToString(), m.LongWords()))];

    public void OnGet() => From = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var scopes = Scopes.Where(s => Enum.TryParse<ConsentScope>(s, out _)).Select(Enum.Parse<ConsentScope>).Distinct().ToImmutableArray();
        if (scopes.IsEmpty) typed.Fault("Scopes", "Choose at least one thing that the consent is withdrawn for.");
        var extent = typed.Chosen(Extent, "Extent", "Choose how far the withdrawal goes.");
        var from = typed.Read(From.Read("From", "day of withdrawal"));
        var door = Grains.Enrolment(Family.Id);
        return await When(typed, async () =>
        {
            var withdrawn = MemberId.TryParse(About, null, out var member)
                ? await door.WithdrawAbout(member, scopes, extent, from, Stamp(Reason.Trim()))
                : await door.Withdraw(scopes, extent, from, Stamp(Reason.Trim()));
            return await Answer(withdrawn.At(), extent == WithdrawalExtent.FullErasure ? "The withdrawal is recorded. What is held can now be erased." : "The withdrawal is recorded.");
        });
    }
}
