using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>The fold of what happens to forms after they were entered. Where the entry itself was erased there is no form, and nothing changes.</summary>
internal static class FormWorkFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.FormLocked f => Grow(family, f.Place, t => t with { Locks = t.Locks.Add(new(fact.Head.By, fact.Head.At, fact.Why ?? "")) }),
        FamilyFact.FormUnlocked f => Grow(family, f.Place, t => t with { Locks = [.. t.Locks.Select(l => l.Unlocked is null ? l with { Unlocked = new(fact.Head.By, fact.Head.At, fact.Why ?? "") } : l)] }),
        _ => family,
    };

    private static FamilyState Grow(FamilyState family, FormPlace place, Func<FormTrail, FormTrail> grow) => Change(family, place, form => form.WithTrail(grow));

    private static FamilyState Change(FamilyState family, FormPlace place, Func<Form, Form> change)
    {
        for (var i = 0; i < family.Forms.Length; i++)
            if (family.Forms[i].Place == place) return family with { Forms = family.Forms.SetItem(i, change(family.Forms[i])) };
        return family;
    }
}
