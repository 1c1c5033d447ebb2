using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>Which forms fill the places that the design asks for, and which of those places may be asked for at all.</summary>
internal static class FilledPlaces
{
    /// <summary>
    /// The form of any respondent that fills a due place. Near a boundary of ages the pack holds both age forms, so either counts where it fitted the child's
    /// age on its own day.
    /// </summary>
    public static Form? FormIn(StudyFrame frame, FamilyState family, WaveCode wave, DuePlace due)
    {
        Form? otherAge = null;
        foreach (var form in family.Forms)
        {
            if (form.Place.Wave != wave || form.Place.Subject != due.Subject) continue;
            if (form.Place.Instrument == due.Instrument) return form;
            if (!form.Flags.Contains(FormFlag.WrongAgeForm) && AreAgeFormsOfOne(frame.Shelf, form.Place.Instrument, due.Instrument)) otherAge ??= form;
        }
        return otherAge;
    }

    /// <summary>A form that needs a consent of its own is asked for only while that consent stands; an interview form unless its subject or respondent alone has withdrawn.</summary>
    public static bool MayBeAskedFor(StudyFrame frame, FamilyState family, WaveCode wave, DuePlace due, DateOnly day)
    {
        var scope = frame.Shelf.Find(due.Instrument)?.Consent ?? ConsentScope.Interview;
        var (subject, respondent) = (due.Subject.Member, due.Respondent?.Member);
        return scope == ConsentScope.Interview
            ? !family.Consents.Stand(scope, day) || !(HasWithdrawn(family, subject, day) || HasWithdrawn(family, respondent, day))
            : family.Covers(scope, subject, respondent, wave, day);
    }

    private static bool HasWithdrawn(FamilyState family, MemberId? member, DateOnly day) => member is not null && family.Consents.IsWithdrawn(ConsentScope.Interview, member, day);

    private static bool AreAgeFormsOfOne(InstrumentShelf shelf, InstrumentId form, InstrumentId due) =>
        shelf.Find(form) is { Group: { } group } a && shelf.Find(due) is { } b
        && group == b.Group && a.Prefix == b.Prefix && a.FollowUpOf is null == b.FollowUpOf is null;
}
