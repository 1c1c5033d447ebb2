using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Logic.Reading;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>Paths: to an item of the form, to the item itself, to a column of a choice, or into a choice list.</summary>
internal static class Paths
{
    public static Term Write(Rewriter form, Syntax.Path path)
    {
        if (path.From is { Name: "instance" } instance) return InList(form, path, instance);
        if (path.From is { Name: not "current" } call) return form.Fault(call.Column, $"Nothing can follow {call.Name}() but an operator.");
        if (path.Steps.FirstOrDefault(s => s.Predicates.Length > 0) is { } filtered) return form.Fault(filtered.Column, "Square brackets are taken in instance(...) only. Use indexed-repeat() for one time of a repeating section.");
        var last = path.Steps[^1];
        if (path is { From: null, IsAbsolute: false, Steps: [{ Name: "." }] }) return Self(form, last.Column);
        if (last.Name is "." or "..") return form.Fault(last.Column, "'..' is a section and has no value. Name an item: ../name.");
        if (path is { From: null, IsAbsolute: false, Steps: [var bare] }) return Bare(form, bare);
        if (form.Place.Choices is not null && path is { From: null, IsAbsolute: false }) return form.Fault(last.Column, $"Write ${{{last.Name}}} for an item of the form; a bare name is a column of the choices.");
        return form.Named(last.Name, last.Column, last.Name);
    }

    private static Term Self(Rewriter form, int column)
    {
        if (form.Place.Choices is not null || form.Place.Item is not { } self) return form.Fault(column, "'.' has no value here. Name the item as ${name}.");
        var term = form.Item(self);
        form.Items.Remove(self); // an item does not wait for itself
        return term;
    }

    private static Term Bare(Rewriter form, Step step)
    {
        if (form.Place.Choices is not { } list) return form.Fault(step.Column, $"'{step.Name}' alone has no value. Write ${{{step.Name}}} for an item, or '{step.Name}' in quotation marks for a text.");
        var isColumn = step.Name is "name" or "label" || form.Names.Definition.ChoiceLists.GetValueOrDefault(list, []).Any(c => c.Attributes.Keys.Contains(step.Name, StringComparer.OrdinalIgnoreCase));
        return isColumn ? new(LogicType.Text, $"string({Rewriter.Column(step.Name)})") : form.Fault(step.Column, $"No choice of the list '{list}' has a column '{step.Name}'. Add it to the choices, or correct the name.");
    }

    /// <summary><c>instance('list')/root/item[name = ${x}]/label</c>, over the form's own lists.</summary>
    private static Term InList(Rewriter form, Syntax.Path path, Syntax.Call instance)
    {
        if (instance.Arguments is not [Syntax.Literal { Text: var list }]) return form.Fault(instance.Column, "instance() takes the name of a choice list in quotation marks.");
        if (!form.Names.Definition.ChoiceLists.ContainsKey(list)) return form.Fault(instance.Column, $"The form has no choice list '{list}'. Bring outside lists in as choices of the form.");
        if (path.Steps is not [{ Name: "root", Predicates: [] }, { Name: "item" } items, ..] || path.Steps.Length > 3) return form.Fault(path.Column, "Of a choice list only root/item[...]/column can be asked.");
        var filters = string.Concat(items.Predicates.Select(p => $"[{form.Within(list, p).Boolean()}]"));
        var nodes = string.Create(CultureInfo.InvariantCulture, $"/form/list[@id={Rewriter.Quoted(list)}]/root/item{filters}");
        if (path.Steps is not [_, _, var column]) return new(LogicType.Nodes, nodes) { HowMany = $"count({nodes})", Written = "instance()" };
        if (column.Predicates.Length > 0 || column.Name is "." or "..") return form.Fault(column.Column, "Only a column's name can stand here.");
        return new(LogicType.Text, $"string({nodes}/{Rewriter.Column(column.Name)})") { HowMany = $"count({nodes}/{Rewriter.Column(column.Name)})" };
    }
}
