using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Merge;

/// <summary>Merges another family into this one: first which, then who is who.</summary>
public sealed class IndexModel(Merging merging) : FamilyTask
{
    [BindProperty] public string Other { get; set; } = "";

    [BindProperty] public List<WhoIsWho> Members { get; set; } = [];

    [BindProperty] public string Reason { get; set; } = "";

    /// <summary>The family that is to be merged into this one, once it is named.</summary>
    public FamilyState? Away { get; private set; }

    protected override bool Fits(FamilyState family) => family is { MergedInto: null, ErasedOn: null };

    public void OnGet() { }

    /// <summary>Shows whose members are to be matched; nothing is saved.</summary>
    public async Task<IActionResult> OnPostWith()
    {
        await Load();
        if (Away is not { } away) return await ReturnPageWithTyped(FamilyRefusals.Unknown.At("Other"));
        if (away.Id == Family.Id) return await ReturnPageWithTyped(MergeRefusals.Itself.At("Other"));
        Members = [.. away.Members.Where(m => m.ErasedOn is null).Select(m => new WhoIsWho { From = m.Id.ToString(), Is = LikeliestFor(m) })];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Away is not { } away) return await ReturnPageWithTyped(FamilyRefusals.Unknown.At("Other"));
        var who = Members.Where(m => MemberId.TryParse(m.From, null, out _)).Select(m => new MergedMember(MemberId.Parse(m.From), MemberId.TryParse(m.Is, null, out var same) ? same : null));
        var merged = await merging.Merge(Family.Id, away.Id, [.. who], Today, Person.ContactViewer(), Stamp(Reason.Trim()));
        return await Answer(merged.At(("reason", "Reason"), ("members", "Members[0].Is")), $"Family {away.Id} is merged into this one.");
    }

    public string LabelOf(int i) => MemberId.TryParse(Members[i].From, null, out var id) && Away?.Member(id) is { } member ? $"{member.LongWords()} of {Away.Id} is" : Members[i].From;

    public IEnumerable<Choice> CandidatesFor(int i) => MemberId.TryParse(Members[i].From, null, out var id) && Away?.Member(id) is { } member
        ? Family.Members.Where(m => m.ErasedOn is null && m.Role == MemberRole.Child == (member.Role == MemberRole.Child)).Select(m => new Choice(m.Id.ToString(), m.LongWords()))
        : [];

    protected override async Task Load() =>
        Away = FamilyId.TryParse(Other.Trim(), null, out var other) && await Grains.Family(other).Read() is { } family && Person.MaySee(family.Site) ? family : null;

    /// <summary>A child of the same birth month and sex, or an adult of the same role and sex, is proposed.</summary>
    private string LikeliestFor(Member member) =>
        Family.Members.FirstOrDefault(m => m.ErasedOn is null && m.Role == member.Role && m.Sex == member.Sex && m.Birth == member.Birth)?.Id.ToString() ?? "";
}

/// <summary>One line: a member of the other family, and who they are in this one.</summary>
public sealed class WhoIsWho
{
    public string From { get; set; } = "";

    public string Is { get; set; } = "";
}
