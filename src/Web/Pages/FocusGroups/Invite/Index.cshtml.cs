using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.FocusGroups;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups.Invite;

/// <summary>Draws people by the rule of the group's kind, or invites one by id or post.</summary>
public sealed class IndexModel : GroupPage
{
    [BindProperty] public string HowMany { get; set; } = "";

    [BindProperty] public string Invitee { get; set; } = "";

    [BindProperty] public AttemptMode? Way { get; set; }

    public static IEnumerable<Choice> Ways => Choices.Of<AttemptMode>(m => m.Words()).Where(c => c.Value is not (nameof(AttemptMode.Visit) or nameof(AttemptMode.Video)));

    public string Rule => Plan.Kind switch
    {
        GroupKind.SocialWorkers => "Drawn from the social workers of this site who held a case of the study at this wave and have not left. The order is random and can be made again.",
        GroupKind.Parents => "Drawn from parents and carers at this site whose consent to be interviewed covers this wave. Who withdrew, died or must not be contacted in this way is left out, and no two of a family are drawn. The order is random and can be made again.",
        GroupKind.YoungPeople => $"Drawn from children of {Plan.FromAge} to {Plan.ToAge} at this site whose consent to be interviewed covers this wave and who have not said no. Who must not be contacted in this way is left out. The order is random and can be made again.",
        _ => "Invited one by one, by worker id or by the post that they hold.",
    };

    public string Hint => Plan.Kind.IsOfFamilies() ? "The member's id" : Plan.Kind == GroupKind.SocialWorkers ? "The worker's id" : "Such as team manager north; no names";

    public void OnGet()
    {
        if (Plan.Kind.HasRule() && Group.Invitations.IsEmpty) HowMany = Math.Min(Plan.Seats * 2, InvitationRules.MostAtOnce).ToString(CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var (people, desk) = (Of<GroupInvitations>(), Of<GroupDesk>());
        var way = typed.Chosen(Way, "Way", "Choose how they are asked.");
        var isOne = Invitee.Trim().Length > 0;
        var howMany = isOne || !Plan.Kind.HasRule() ? 0 : PlanFields.Number(typed, HowMany, "HowMany", "Enter how many to draw, or one person's id.");
        if (!TryRead(Invitee.Trim(), out var invitee) && (isOne || !Plan.Kind.HasRule())) typed.Fault("Invitee", Plan.Kind.HasRule() ? "That is not an id of the kind this group is of. Check it for a mistyped character." : "Enter a worker id, or a post in letters and digits.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var before = Group.Invitations.Length;
        var decision = isOne || howMany == 0 && !Plan.Kind.HasRule()
            ? await people.Invite(Group.Id, invitee, way, desk.Safely(way, Person), Stamp())
            : await people.Draw(Group.Id, howMany, way, desk.Safely(way, Person), Stamp());
        if (decision is Decision<FocusGroup>.Refused) Operation = OperationId.New().ToString();
        return await Answer(decision.At(), group => Done(Said(group.Invitations.Length - before), FocusGroupsLinks.Show(group.Id)));
    }

    protected override bool Fits(FocusGroup group) => group.IsToCome;

    private static string Said(int invited) => invited == 1 ? "One person is invited." : $"{invited} people are invited.";

    /// <summary>Where posts are invited, words that are no id are the post.</summary>
    private bool TryRead(string text, out Invitee invitee) =>
        Study.Groups.Invitee.TryParse(text, null, out invitee)
        || (!Plan.Kind.HasRule() && Study.Groups.Invitee.TryParse($"post~{string.Join('-', text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))}", null, out invitee));
}
