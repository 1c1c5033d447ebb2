using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.EraseContact;

/// <summary>Erases how one member is reached; what they answered stays.</summary>
public sealed class IndexModel : MemberTask
{
    [BindProperty] public string Reason { get; set; } = "";

    /// <summary>Whether anything is held.</summary>
    public bool IsHeld { get; private set; }

    public async Task OnGet() => IsHeld = (await Grains.Contact(Family.Id).Standing(Person.ContactViewer(), Person.Account.ToString()))
        .Match(all => all.Any(s => s.Member == Member.Id), _ => false);

    protected override Task Load() => OnGet();

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (string.IsNullOrWhiteSpace(Reason)) typed.Fault("Reason", "Give the reason, without names; it stays on record.");
        return await When(typed, async () => await Answer((await Grains.Contact(Family.Id).Erase(Member.Id, Person.ContactViewer(), Stamp(Reason.Trim()))).At(),
            _ => Done("The contact details are erased.", FamiliesLinks.Show(Family.Id))));
    }
}
