using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>
/// Moves a form to another family: two grains, one promise. Marked as leaving, taken in there, given up here; each step under an operation id of its own that
/// derives from the command's. Stopped between steps the form stands in both families, marked, and asking again goes on where it stopped.
/// </summary>
public sealed class FormPassage(IGrainFactory grains, StudyFrames frames)
{
    public async Task<Decision<FormReceipt>> Move(FamilyId from, FormPlace place, FamilyId to, FormPlace now, Stamp stamp)
    {
        if (from == to) return MoveRefusals.SameFamily;
        if (await grains.Family(from).Read() is not { } source || await grains.Family(to).Read() is not { } target) return FamilyRefusals.Unknown;
        if (source.GivenUp.Contains(new(place, to, now)) && HasArrived(target, from, place, now) is { } arrived) return new FormReceipt(arrived, target.Site);
        if (source.FormAt(place) is not { } form) return FormRefusals.None;
        if (await Fault(target, FormArrival.Of(source, form, now), stamp) is { } unfit) return unfit; // asked before anything is written

        var left = await grains.Passage(from).Leave(place, to, now, stamp.For("leave"));
        if (left is not Decision<FormReceipt>.Accepted(var marked)) return left;
        if (await Leaving(from, place) is not { } leaving || (leaving.To, leaving.Place) != (to, now)) return MoveRefusals.NotLeaving; // called off since this was first sent

        var taken = await grains.Passage(to).TakeIn(FormArrival.Of(source, marked.Form, now), stamp.For("take-in"));
        if (taken is Decision<FormReceipt>.Refused)
        {
            await grains.Passage(from).Stay(place, stamp.For("stay"));
            return taken;
        }
        return (await grains.Passage(from).GiveUp(place, to, now, stamp.For("give-up"))).Match(_ => taken, why => why);
    }

    /// <summary>Goes on with a move that stopped; whoever asks.</summary>
    public async Task<Decision<FormReceipt>> Finish(FamilyId from, FormPlace place, Stamp stamp) =>
        await Leaving(from, place) is { } leaving ? await Move(from, place, leaving.To, leaving.Place, stamp with { Why = stamp.Why ?? leaving.Why }) : MoveRefusals.NotLeaving;

    /// <summary>Calls a move off that stopped before the other family had taken the form in.</summary>
    public async Task<Decision<FormReceipt>> Keep(FamilyId from, FormPlace place, Stamp stamp)
    {
        if (await Leaving(from, place) is not { } leaving) return MoveRefusals.NotLeaving;
        return await grains.Family(leaving.To).Read() is { } target && HasArrived(target, from, place, leaving.Place) is not null
            ? MoveRefusals.Leaving(leaving)
            : await grains.Passage(from).Stay(place, stamp);
    }

    private async Task<FormLeaving?> Leaving(FamilyId from, FormPlace place) => (await grains.Family(from).Read())?.FormAt(place)?.Trail?.Leaving;

    private async Task<Refusal?> Fault(FamilyState target, FormArrival arrival, Stamp stamp) =>
        PassageRules.TakeIn(target, await frames.Current(), arrival, stamp).Match<Refusal?>(_ => null, why => why);

    private static Form? HasArrived(FamilyState target, FamilyId from, FormPlace place, FormPlace now) =>
        target.FormAt(now) is { Trail.Origin: { } origin } form && (origin.From, origin.Place) == (from, place) ? form : null;
}
