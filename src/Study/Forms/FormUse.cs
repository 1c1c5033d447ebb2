using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Study.Forms;

/// <summary>Whether what a form says may still be used: somebody concerned may have withdrawn it from use since. Whatever shows answers, or what follows from them, asks here.</summary>
public static class FormUse
{
    public static bool IsAllowed(StudyFrame frame, FamilyState family, Form form, DateOnly today)
    {
        foreach (var consent in family.Consents)
            if (consent.Extent is not null)
                return frame.Shelf.Find(form.Place.Instrument, form.InstrumentVersion) is not { } definition || family.Consents.AllowUse(definition.Consent, form.Place.Subject.Member, form.Place.Respondent.Member, today);
        return true;
    }
}
