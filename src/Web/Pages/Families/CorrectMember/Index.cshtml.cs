using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.CorrectMember;

/// <summary>Corrects what was recorded about a member, records another role or that they left, or makes a child the index child.</summary>
public sealed class IndexModel : MemberTask
{
    [BindProperty] public string Month { get; set; } = "";

    [BindProperty] public string Year { get; set; } = "";

    [BindProperty] public Sex Sex { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    [BindProperty] public TypedDate Left { get; set; } = new();

    [BindProperty] public MemberRole? Role { get; set; }

    [BindProperty] public TypedDate Since { get; set; } = new();

    /// <summary>Other roles of the same kind; a child has none.</summary>
    public IEnumerable<Choice> Roles => Choices.Of<MemberRole>(r => r.Words()).Where(c => c.Value != nameof(MemberRole.Child) && c.Value != Member.Role.ToString());

    public void OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        BirthMonth? birth = Month.Trim().Length + Year.Trim().Length == 0 ? null : typed.Read(TypedPartialDates.ReadBirth(Month, Year, "Month"));
        return await When(typed, async () => await Answer(
            (await Grains.Members(Family.Id).Correct(Member.Id, birth, Sex, Stamp(Reason.Trim()))).At(("birthMonth", "Month")), "The member is corrected."));
    }

    public async Task<IActionResult> OnPostLeft()
    {
        Show();
        var typed = new TypedFields();
        var on = typed.Read(Left.ReadPartial("Left", "day, month or year of leaving"));
        if (typed.Refusal is null && on.Earliest > Today) typed.Fault("Left", FamilyRefusals.Future.Sentence);
        return await When(typed, async () => await Answer(await Grains.Members(Family.Id).Leave(Member.Id, on, Stamp()), "Recorded that they left."));
    }

    public async Task<IActionResult> OnPostRole()
    {
        Show();
        var typed = new TypedFields();
        var role = typed.Chosen(Role, "Role", "Choose the role.");
        var since = typed.Read(Since.ReadPartial("Since", "day, month or year"));
        return await When(typed, async () => await Answer((await Grains.Members(Family.Id).TakeRole(Member.Id, role, since, Stamp())).At(("on", "Since")), "The role is recorded."));
    }

    public async Task<IActionResult> OnPostIndex()
    {
        Show();
        return await Answer(await Grains.Members(Family.Id).ChooseIndexChild(Member.Id, Stamp()), "The index child is chosen.");
    }

    private void Show() => (Month, Year, Sex) = Member.Birth is { } b ? ($"{b.Month}", $"{b.Year}", Member.Sex) : ("", "", Member.Sex);
}
