using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>Leads a rule's faults to the fields of the page that sent the command.</summary>
public static class RefusedFields
{
    /// <summary>Each pair is the rule's field and the page's; what is not named stays where it is.</summary>
    public static Decision<T> At<T>(this Decision<T> decision, params (string Rule, string Page)[] fields) =>
        decision.Match(value => (Decision<T>)value, why => why.AtFields(fields));

    public static Refusal AtFields(this Refusal refusal, params (string Rule, string Page)[] fields) => refusal with
    {
        Faults = [.. refusal.Faults.Select(fault => fault with { Field = PageOf(fault.Field, fields) })],
    };

    private static string PageOf(string rule, (string Rule, string Page)[] fields)
    {
        foreach (var (from, to) in fields) if (from == rule) return to;
        return char.ToUpperInvariant(rule[0]) + rule[1..];
    }
}
