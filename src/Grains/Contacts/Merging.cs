using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// Merges a family into another: asked about as a whole, then the kept one takes members, consents and serial, each form moves, contact details follow, and the
/// other is closed; each step under an operation of its own. Stopped in between and sent again it goes on where it stopped.
/// </summary>
public sealed class Merging(IGrainFactory grains, StudyFrames frames, FormPassage passage, ContactCarrying contacts)
{
    public async Task<Decision<FamilyState>> Merge(FamilyId kept, FamilyId away, ImmutableArray<MergedMember> who, DateOnly on, ContactViewer viewer, Stamp stamp)
    {
        if (await grains.Family(kept).Read() is not { } keeps || await grains.Family(away).Read() is not { } goes) return FamilyRefusals.Unknown;
        if (goes.MergedInto == kept) return keeps;
        if (!HasBegun(keeps, away))
        {
            var frame = await frames.Current();
            var planned = MergeRules.Take(keeps, goes, frame, who, on, stamp);
            if (planned is not Decision<ImmutableArray<FamilyFact>>.Accepted(var facts)) return ((Decision<ImmutableArray<FamilyFact>>.Refused)planned).Why;
            var then = FamilySteps.After(keeps, facts, stamp);
            if (MergeRules.Misfits(then, goes, frame, MergeRules.LinksTo(then, away), stamp).ToList() is { Count: > 0 } misfits) return MergeRefusals.Misfits(misfits);
            var taken = await grains.Links(kept).TakeMerged(goes, who, on, stamp.For("take"));
            if (taken is not Decision<FamilyState>.Accepted(var took)) return taken;
            keeps = took;
        }
        return await Finish(keeps, goes, viewer, stamp);
    }

    private async Task<Decision<FamilyState>> Finish(FamilyState kept, FamilyState away, ContactViewer viewer, Stamp stamp)
    {
        var link = kept.Links.First(l => l.Kind == FamilyLinkKind.MergedFrom && l.Family == away.Id);
        foreach (var form in away.Forms)
            if (await passage.Move(away.Id, form.Place, kept.Id, MergeRules.PlaceOf(form.Place, link.Members), stamp.For($"form {form.Place}")) is Decision<FormReceipt>.Refused(var stays)) return stays;
        if (await contacts.Carry(away.Id, kept, link.Members, viewer, stamp) is { } no) return no;
        if (await grains.Links(away.Id).CloseMerged(kept.Id, link.Members, link.On, stamp.For("close")) is Decision<FamilyState>.Refused(var open)) return open;
        return await grains.Family(kept.Id).Read() ?? kept;
    }

    private static bool HasBegun(FamilyState kept, FamilyId away) => kept.Links.Any(l => l.Kind == FamilyLinkKind.MergedFrom && l.Family == away);
}
