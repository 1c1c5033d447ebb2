using System.Collections.Immutable;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>
/// Whether somebody who is about to be enrolled may be in the study already. A family at a site that the person may not see is told of as one at another site,
/// without its id.
/// </summary>
public sealed class DuplicateCheck(IGrainFactory grains, ContactPrints prints, StudyFrames frames)
{
    /// <summary>For each of the people, in order, the refusal; <c>null</c> where nobody like them is known.</summary>
    public async Task<ImmutableArray<Refusal?>> Of(Person person, IReadOnlyList<ContactDetails> people)
    {
        var (found, frame, known) = (await prints.Find(people), await frames.Current(), new Dictionary<FamilyId, FamilyState?>());
        foreach (var family in found.SelectMany(f => f).Distinct()) known[family] = await Kept(family);
        return [.. found.Select(families => Refusal(person, frame, [.. families.Select(f => known[f]).OfType<FamilyState>().Where(f => f.ErasedOn is null)]))];
    }

    /// <summary>The family, or the one that it turned out to be.</summary>
    private async Task<FamilyState?> Kept(FamilyId id) => await grains.Family(id).Read() is { MergedInto: { } kept } ? await Kept(kept) : await grains.Family(id).Read();

    /// <summary>Other families that may hold somebody who is in the study: by id where this person may see them.</summary>
    public async Task<PossibleDuplicates> Others(Person person, FamilyId own, ContactDetails details)
    {
        var others = new List<FamilyState>();
        foreach (var id in (await prints.Find([details]))[0].Where(f => f != own))
            if (await Kept(id) is { ErasedOn: null } family && family.Id != own) others.Add(family);
        return new([.. others.Where(f => person.MaySee(f.Site)).Select(f => f.Id).Distinct()], others.Any(f => !person.MaySee(f.Site)));
    }

    /// <summary>The first refusal of any of the people.</summary>
    public async Task<Refusal?> Any(Person person, params ContactDetails[] people) => (await Of(person, people)).FirstOrDefault(r => r is not null);

    private static Refusal? Refusal(Person person, StudyFrame frame, ImmutableArray<FamilyState> families)
    {
        if (families.IsEmpty) return null;
        var seen = families.Where(f => person.MaySee(f.Site)).Select(f => $"{f.Id} at {frame.Sites.GetValueOrDefault(f.Site)?.Name ?? f.Site.Text}").Distinct().ToList();
        return seen.Count > 0 ? DuplicateRefusals.Same(string.Join(", or ", seen)) : DuplicateRefusals.Elsewhere;
    }
}

/// <summary>Families that may hold the same person.</summary>
/// <param name="Elsewhere">There is one at a site that the person who asks may not see; its id is not told.</param>
public sealed record PossibleDuplicates(ImmutableArray<FamilyId> Families, bool Elsewhere)
{
    public bool Any => !Families.IsEmpty || Elsewhere;
}

/// <summary>Refusals of who may be in the study already. Codes are public and never reworded.</summary>
public static class DuplicateRefusals
{
    public static readonly Refusal Elsewhere =
        new("family.duplicate-elsewhere", "This may be the same as a family at another site. Ask an administrator, or say why it is not the same.", RefusalKind.Conflict);

    public static Refusal Same(string families) => new("family.possible-duplicate", $"This may be the same family as {families}. If it is not, say why.", RefusalKind.Conflict);
}
