using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Web.Pages.Queries;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Forms.Show;

/// <summary>What may be done with a form now, by whoever looks at it.</summary>
public static class FormActions
{
    public static ImmutableArray<(string Label, string Href)> For(Person person, FamilyState family, Form form, bool isClosed)
    {
        var all = ImmutableArray.CreateBuilder<(string, string)>();
        if (!isClosed && person.May("Forms/Edit")) all.Add(("Change answers or date", FormWorkLinks.Edit(family.Id, form.Place)));
        if (!isClosed && person.May("Forms/Move")) all.Add(("Move to another person or wave", FormWorkLinks.Move(family.Id, form.Place)));
        if (!isClosed && person.May("Forms/MoveFamily")) all.Add(("Move to another family", FormWorkLinks.MoveFamily(family.Id, form.Place)));
        if (person.May("Queries/Open")) all.Add(("Raise a query", QueriesLinks.Open(family.Id, form.Place)));
        if (person.May("Forms/NotePaper")) all.Add(("Note where the paper is", FormWorkLinks.NotePaper(family.Id, form.Place)));
        if (person.May("Forms/Lock") && form.Trail?.Leaving is null) all.Add((form.Trail?.Lock is null ? "Lock" : "Unlock", FormWorkLinks.Lock(family.Id, form.Place)));
        return all.DrainToImmutable();
    }
}
