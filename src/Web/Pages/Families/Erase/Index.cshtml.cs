using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Drafts;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Erase;

/// <summary>Erases what is held about one member or the whole family, contact details included. It cannot be taken back, so the id is typed once more.</summary>
public sealed class IndexModel(Erasures erasures, DraftStore drafts) : FamilyTask
{
    private const string WholeFamily = "family";

    [BindProperty] public string Whom { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    [BindProperty] public string Confirm { get; set; } = "";

    /// <summary>Who can be erased, with how many entries of the record that takes.</summary>
    public List<Choice> Whoms { get; } = [];

    protected override async Task Load()
    {
        Whoms.Clear();
        var door = Grains.Consent(Family.Id);
        foreach (var m in Family.Members.Where(m => m.ErasedOn is null)) Whoms.Add(new(m.Id.ToString(), m.LongWords(), Entries(await door.Reach(m.Id))));
        Whoms.Add(new(WholeFamily, "The whole family", Entries(await door.Reach(null))));
    }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        MemberId? member = MemberId.TryParse(Whom, null, out var one) ? one : null;
        if (Whom != WholeFamily && member is null) typed.Fault("Whom", "Choose whom to erase.");
        if (string.IsNullOrWhiteSpace(Reason)) typed.Fault("Reason", "Give the reason, without names; it stays on record.");
        if (!FamilyId.TryParse(Confirm.Trim(), null, out var confirmed) || confirmed != Family.Id) typed.Fault("Confirm", $"Type the family's id, {Family.Id}, to confirm.");
        return await When(typed, async () =>
        {
            await drafts.Erase(Family.Id); // before the record, so that sent again it is not forgotten
            var erased = await erasures.Erase(Family.Id, member, Today, Person.ContactViewer(), Stamp(Reason.Trim()));
            return await Answer(erased.At(("member", "Whom")), member is null ? "All that was held about the family is erased." : "All that was held about the member is erased.");
        });
    }

    private static string Entries(int count) => count == 1 ? "1 entry of the record" : $"{count} entries of the record";
}
