using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Attempts;

/// <summary>Who was tried at a wave, when and how; records one more. How the member may safely be reached stands first.</summary>
public sealed class IndexModel : WaveTask
{
    public static readonly ImmutableArray<Choice> Outcomes = [.. AttemptOutcomes.All.Select(o => new Choice(o.Code, o.LongWords()))];

    /// <summary>Whom to try; the main respondent where nobody is named.</summary>
    [FromQuery(Name = "with")] public string WithText { get; set; } = "";

    [BindProperty] public TypedAttempt Typed { get; set; } = new();

    public Member? With { get; private set; }

    /// <summary><c>null</c> where nobody can be tried.</summary>
    public SafeContact? Safety { get; private set; }

    public ContactPlan Plan { get; private set; } = null!;

    public DueTrack Due { get; private set; } = null!;

    /// <summary>Whether it can be recorded although safe contact forbids it: only once that was said.</summary>
    public bool OffersAgainst { get; private set; }

    public IEnumerable<WaveAttempt> All => Family.Attempts.Where(a => a.Wave == Wave.Code).Reverse();

    public IEnumerable<Member> Contactable => Family.Members.Where(m => m.IsOn(Today) && m.Role is not (MemberRole.Teacher or MemberRole.Child));

    private ContactViewer Viewer => new(Person.Is(Roles.Coordinator | Roles.Administrator), Person.Is(Roles.Interviewer), Person.Sites.Match(_ => (ImmutableArray<SiteCode>?)null, only => only.Sites));

    public async Task<IActionResult> OnGet()
    {
        if (await Look() is { } no) return Unavailable(no);
        Typed = TypedAttempt.At(Frame.Design.Local(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Look() is { } no) return Unavailable(no);
        OffersAgainst = Typed.Against;
        var typed = new TypedFields();
        var attempt = Typed.Read(typed, Frame.Design, Typed.Mode == AttemptMode.Worker ? null : With?.Id, Person.Account.ToString());
        return await When(typed, async () =>
        {
            var door = HttpContext.RequestServices.GetRequiredService<AttemptDoor>();
            var recorded = await door.Record(Family.Id, Wave.Code, attempt, Typed.Number.Trim() is { Length: > 0 } number ? number : null, Viewer, Stamp(Typed.Reason.Trim() is { Length: > 0 } why ? why : null));
            if (recorded is Decision<FamilyState>.Refused(var why2)) OffersAgainst |= AttemptDoor.IsOfSafety(why2);
            return await Answer(recorded.At(TypedAttempt.Fields), _ => Done("The attempt is recorded.", With is { } with ? FamiliesLinks.AttemptsWith(Family.Id, Wave.Code, with.Id) : FamiliesLinks.Attempts(Family.Id, Wave.Code)));
        });
    }

    /// <summary>What stands above the form; why not, where this person may not use contact details here.</summary>
    private async Task<Refusal?> Look()
    {
        Due = DueList.Of(Frame, Family, Wave, Track.Interview, Today);
        Plan = ContactPlan.Of(Frame.Design, Family, Wave.Code, Due.State, Due.Window, Today);
        With = MemberId.TryParse(WithText, null, out var id) ? Family.Member(id) : Family.MainRespondent(Wave.Code, Today);
        if (With is null) return null;
        var looked = await Grains.Contact(Family.Id).Safety(With.Id, Viewer, Person.Stamp(OperationId.New(), HttpContext.RequestServices.GetRequiredService<TimeProvider>()));
        if (looked is Decision<SafeContact>.Refused(var no)) return no;
        Safety = ((Decision<SafeContact>.Accepted)looked).Value;
        return null;
    }
}
