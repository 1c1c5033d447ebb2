using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Pages.Families.Contact;

/// <summary>How one member is reached. Shown for a stated purpose only, and each showing is on record.</summary>
public sealed class IndexModel : FamilyTask
{
    [FromRoute(Name = "member")] public string MemberText { get; set; } = "";

    [BindProperty] public ContactPurpose? Purpose { get; set; }

    [BindProperty] public TypedContact Typed { get; set; } = new();

    public Member Member { get; private set; } = null!;

    public ContactStanding Standing { get; private set; } = null!;

    /// <summary>What is shown; <c>null</c> until a purpose was given.</summary>
    public ContactCard? Card { get; private set; }

    public bool Edits { get; private set; }

    /// <summary>Who else may be this person, once the details are shown.</summary>
    public PossibleDuplicates? Same { get; private set; }

    private ContactViewer Viewer => Person.ContactViewer();

    public Task<IActionResult> OnGet() => WhenAllowed(() =>
    {
        Edits = !Standing.HasDetails && !Standing.HasFlags;
        return Task.FromResult<IActionResult>(Page());
    });

    /// <summary>Shows the details and records that they were shown.</summary>
    public Task<IActionResult> OnPostView() => WhenAllowed(async () =>
    {
        var typed = new TypedFields();
        var purpose = typed.Chosen(Purpose, "Purpose", "Choose what you need them for.");
        return await When(typed, async () => await Shown(await Grains.Contact(Family.Id).View(Member.Id, purpose, Viewer, Stamp()), purpose == ContactPurpose.Correct));
    });

    public Task<IActionResult> OnPostSave() => WhenAllowed(async () =>
    {
        Edits = true;
        var typed = new TypedFields();
        var (details, safety) = Typed.Read(typed);
        return await When(typed, async () =>
        {
            var saved = await Grains.Contact(Family.Id).Record(Member.Id, details, Viewer, Stamp().For("details"));
            if (saved is Decision<ContactStanding>.Accepted) saved = await Grains.Contact(Family.Id).SetFlags(Member.Id, safety, Viewer, Stamp().For("safety"));
            return await Answer(saved.At(TypedContact.Fields), _ => Done("The contact details are saved.", FamiliesLinks.Show(Family.Id)));
        });
    });

    private async Task<IActionResult> Shown(Decision<ContactCard> viewed, bool edits)
    {
        if (viewed is not Decision<ContactCard>.Accepted(var card)) return await ReturnPageWithTyped(((Decision<ContactCard>.Refused)viewed).Why);
        if (card.Details is { } details) Same = await HttpContext.RequestServices.GetRequiredService<DuplicateCheck>().Others(Person, Family.Id, details);
        Operation = OperationId.New().ToString(); // what is saved from here is another command
        ModelState.Clear();
        (Card, Typed, Edits) = (card, TypedContact.Of(card), edits);
        return Page();
    }

    protected override bool Fits(FamilyState family)
    {
        if (!MemberId.TryParse(MemberText, null, out var id) || family.Member(id) is not { } member) return false;
        Member = member;
        return true;
    }

    private async Task<IActionResult> WhenAllowed(Func<Task<IActionResult>> go)
    {
        var standing = await Grains.Contact(Family.Id).Standing(Viewer, Person.Account.ToString());
        if (standing is Decision<ImmutableArray<ContactStanding>>.Refused(var why)) return Unavailable(why);
        Standing = ((Decision<ImmutableArray<ContactStanding>>.Accepted)standing).Value.FirstOrDefault(s => s.Member == Member.Id) ?? new(Member.Id, false, false);
        return await go();
    }
}
