using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>The one place that says whether a form may change, or a form may come to a place.</summary>
public static class FormLocks
{
    /// <summary>
    /// Why nothing may change at this place: its wave is frozen, the form there is locked, or it is on its way to another family. A command that is sent again is asked as of its own time, so
    /// that what was accepted before a wave was frozen gives the same answer after.
    /// </summary>
    /// <param name="at">The instant of the command; without it, what stands now.</param>
    public static Refusal? Fault(FamilyState family, StudyFrame frame, FormPlace place, DateTimeOffset? at = null) =>
        frame.Design.FreezeOf(place.Wave, at) is { } freeze ? FormLockRefusals.Frozen(frame.Design.Wave(place.Wave)?.Name ?? place.Wave.ToString(), freeze)
        : family.FormAt(place)?.Trail is not { } trail ? null
        : trail.Lock is { } held ? FormLockRefusals.Locked(held)
        : trail.Leaving is { } leaving ? MoveRefusals.Leaving(leaving)
        : null;

    public static Decision<ImmutableArray<FamilyFact>> Lock(FamilyState family, FormPlace place, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.FormAt(place) is not { } form ? FormRefusals.None
        : form.Trail?.Lock is not null ? Facts.None<FamilyFact>()
        : form.Trail?.Leaving is { } leaving ? MoveRefusals.Leaving(leaving)
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<FamilyFact>(new FamilyFact.FormLocked(place));

    public static Decision<ImmutableArray<FamilyFact>> Unlock(FamilyState family, FormPlace place, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.FormAt(place) is not { } form ? FormRefusals.None
        : form.Trail?.Lock is null ? Facts.None<FamilyFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<FamilyFact>(new FamilyFact.FormUnlocked(place));
}

/// <summary>Refusals of whatever would change what is locked. Codes are public and never reworded.</summary>
public static class FormLockRefusals
{
    public static Refusal Locked(FormLock held) => new(
        "form.locked", $"This form was locked by {held.By} on {DayWords.Of(held.At)} ({held.Why}). An administrator can unlock it.", RefusalKind.Conflict);

    public static Refusal Frozen(string wave, WaveFreeze freeze) => new(
        "wave.frozen", $"{wave} was frozen by {freeze.By} on {DayWords.Of(freeze.At)} ({freeze.Why}). Its forms cannot change until an administrator opens it again.", RefusalKind.Conflict);
}
