using System.Collections.Immutable;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>The fold of second entries. Where a form's entry was erased there is nothing to compare, and nothing changes.</summary>
internal static class DoubleEntryFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.FormSecondEntered f => Change(family, f.Place, form => Entered(form, f, fact.Head)),
        FamilyFact.FormSettled f => Change(family, f.Place, form => Settled(form, f, fact.Head)),
        _ => family,
    };

    private static Form Entered(Form form, FamilyFact.FormSecondEntered f, FactHead head)
    {
        var first = KeyedForm.First(form);
        var second = new KeyedForm(f.CompletedOn, f.Mode, Intern.Text(f.Language), f.Answers, f.Aside, head.By, head.At);
        return form.WithTrail(t => t with { Second = new(first, second) { Agreed = f.Agrees } });
    }

    private static Form Settled(Form form, FamilyFact.FormSettled f, FactHead head)
    {
        if (form.Trail?.Second is not { } twice) return form;
        var items = f.Items.Select(i => new SettledItem(i.Item, i.By, ValueOf(twice, f.Third, i), head.By, head.At, i.Why)).ToList();
        var settled = twice with { Settled = [.. twice.Settled.Where(s => items.TrueForAll(i => i.Item != s.Item)), .. items], SettledAt = f.Outcome is null ? null : head.At };
        var grown = form.WithTrail(t => t with { Second = settled, Aside = f.Outcome is null ? t.Aside : f.Outcome.Aside });
        return f.Outcome is not { } outcome ? grown : grown with
        {
            CompletedOn = outcome.CompletedOn, Mode = outcome.Mode, Language = Intern.Text(outcome.Language), Flags = outcome.Flags, Answers = outcome.Answers, Version = head.N,
        };
    }

    private static Answer ValueOf(SecondEntry twice, Answers? third, ItemSettlement item) => item.By switch
    {
        SettledBy.First => KeyedDifferences.ValueOf(twice.First, item.Item),
        SettledBy.Second => KeyedDifferences.ValueOf(twice.Second, item.Item),
        _ => third?[item.Item] ?? Answer.Of(MissingReason.NotStated),
    };

    private static FamilyState Change(FamilyState family, FormPlace place, Func<Form, Form> change)
    {
        for (var i = 0; i < family.Forms.Length; i++)
            if (family.Forms[i].Place == place) return family with { Forms = family.Forms.SetItem(i, change(family.Forms[i])) };
        return family;
    }
}
