using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>
/// Records an attempt: first the contact details say whether the member may be reached so, then the family takes it. Flags that are set between the two
/// are met at the next attempt.
/// </summary>
public sealed class AttemptDoor(IGrainFactory grains, StudyFrames frames, Departing departing)
{
    /// <param name="number">The number that was used, where one is named; it is checked and never kept.</param>
    public async Task<Decision<FamilyState>> Record(FamilyId family, WaveCode wave, ContactAttempt attempt, string? number, ContactViewer viewer, Stamp stamp)
    {
        if (attempt.With is { } member)
        {
            var local = (await frames.Current()).Design.Local(attempt.At);
            var use = new ContactUse(attempt.Mode, local, number, attempt.Outcome == AttemptOutcomes.MessageLeft) { Next = attempt.Next.Mode() };
            var allowed = await grains.Contact(family).Check(member, use, viewer, stamp.By);
            if (allowed is Decision<ContactUse>.Refused(var why) && !(attempt.AgainstSafety && IsOfSafety(why))) return why;
            if (allowed is Decision<ContactUse>.Accepted && attempt.AgainstSafety) return AgainstNothing;
        }
        return await departing.After(await grains.Attempts(family).Record(wave, attempt, stamp), stamp); // somebody may have died
    }

    /// <summary>Whether safe-contact flags forbid it, and not that this person may not use contact details at all.</summary>
    public static bool IsOfSafety(Refusal why) => why.Code.StartsWith("safety.", StringComparison.Ordinal);

    private static readonly Refusal AgainstNothing = new("safety.not-against", "Nothing in the safe-contact flags forbids this. Record it as an ordinary attempt.");
}
