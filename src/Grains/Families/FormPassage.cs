using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>
/// Moves a form to another family: two grains, one promise. Marked as leaving, taken in there, given up here; each step under an operation id of its own that
/// derives from the command's. Stopped between steps the form stands in both families, marked, and asking again goes on where it stopped.
/// </summary>
public static class FormPassage
{
    public static async Task<Decision<FormReceipt>> MoveToFamily(this IGrainFactory grains, FamilyId from, FormPlace place, FamilyId to, FormPlace now, Stamp stamp)
    {
        var left = await grains.Passage(from).Leave(place, to, now, stamp.For("leave"));
        if (left is Decision<FormReceipt>.Refused { Why: var cannotLeave }) return await Arrived(grains, from, place, to, now) is { } there ? there : cannotLeave;
        var form = ((Decision<FormReceipt>.Accepted)left).Value.Form;
        if (await grains.Family(from).Read() is not { } source) return FamilyRefusals.Unknown;
        if (source.GivenUp.Contains(new(place, to, now))) return await Arrived(grains, from, place, to, now) is { } done ? done : FormRefusals.None;
        if (source.FormAt(place)?.Trail?.Leaving is not { } leaving || (leaving.To, leaving.Place) != (to, now)) return MoveRefusals.NotLeaving; // called off since this was first sent

        var taken = await grains.Passage(to).TakeIn(new(from, form, now), stamp.For("take-in"));
        if (taken is Decision<FormReceipt>.Refused)
        {
            await grains.Passage(from).Stay(place, stamp.For("stay"));
            return taken;
        }
        var givenUp = await grains.Passage(from).GiveUp(place, to, now, stamp.For("give-up"));
        return givenUp is Decision<FamilyState>.Refused { Why: var stayed } ? stayed : taken;
    }

    /// <summary>Goes on with a move that stopped; whoever asks.</summary>
    public static async Task<Decision<FormReceipt>> FinishMove(this IGrainFactory grains, FamilyId from, FormPlace place, Stamp stamp) =>
        (await grains.Family(from).Read())?.FormAt(place)?.Trail?.Leaving is { } leaving
            ? await grains.MoveToFamily(from, place, leaving.To, leaving.Place, stamp)
            : MoveRefusals.NotLeaving;

    /// <summary>Calls a move off that stopped before the other family had taken the form in.</summary>
    public static async Task<Decision<FormReceipt>> KeepForm(this IGrainFactory grains, FamilyId from, FormPlace place, Stamp stamp)
    {
        if ((await grains.Family(from).Read())?.FormAt(place)?.Trail?.Leaving is not { } leaving) return MoveRefusals.NotLeaving;
        return (await grains.Family(leaving.To).Read())?.FormAt(leaving.Place)?.Trail?.Origin is { } origin && (origin.From, origin.Place) == (from, place)
            ? MoveRefusals.Leaving(leaving)
            : await grains.Passage(from).Stay(place, stamp);
    }

    private static async Task<FormReceipt?> Arrived(IGrainFactory grains, FamilyId from, FormPlace place, FamilyId to, FormPlace now) =>
        await grains.Family(to).Read() is { } target && target.FormAt(now) is { Trail.Origin: { } origin } form && (origin.From, origin.Place) == (from, place)
            ? new(form, target.Site)
            : null;
}
