using System.Globalization;
using System.Text.RegularExpressions;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>
/// A filterLogic: fields held against values, joined by "and" and "or". A row sees the answers of its own form and what its event's own row says; with an event in
/// front, what that event's own row says.
/// </summary>
internal sealed partial class RedcapFilter
{
    private readonly RedcapProject project;
    private readonly List<Match> tokens;
    private readonly HashSet<RedcapField> fields = [];
    private int at;
    private string? fault;

    private RedcapFilter(string text, RedcapProject project)
    {
        this.project = project;
        tokens = [.. Token().Matches(text).Cast<Match>()];
        if (string.Concat(tokens.Select(t => t.Value)).Length != text.Length) fault = "it cannot be read";
        tokens.RemoveAll(t => string.IsNullOrWhiteSpace(t.Value));
    }

    public IReadOnlyCollection<RedcapField> Fields => fields;

    /// <summary>Whether a row fits.</summary>
    public Func<IRedcapView, bool> Fits { get; private set; } = _ => true;

    public static Decision<RedcapFilter> Read(string text, RedcapProject project)
    {
        var filter = new RedcapFilter(text, project);
        if (filter.fault is null) filter.Fits = filter.Or();
        if (filter.fault is null && filter.at < filter.tokens.Count) filter.Fail($"'{filter.tokens[filter.at].Value}' stands where it ends");
        return filter.fault is { } why ? RedcapRefusals.Filter(why) : filter;
    }

    private Func<IRedcapView, bool> Or()
    {
        var left = And();
        while (Take("or")) left = Either(left, And());
        return left;
    }

    private Func<IRedcapView, bool> And()
    {
        var left = One();
        while (Take("and")) left = Both(left, One());
        return left;
    }

    private static Func<IRedcapView, bool> Either(Func<IRedcapView, bool> one, Func<IRedcapView, bool> other) => row => one(row) || other(row);

    private static Func<IRedcapView, bool> Both(Func<IRedcapView, bool> one, Func<IRedcapView, bool> other) => row => one(row) && other(row);

    private Func<IRedcapView, bool> One()
    {
        if (Take("("))
        {
            var inner = Or();
            if (!Take(")")) Fail("a bracket is not closed");
            return inner;
        }
        var left = Side();
        var equal = Take("=");
        if (!equal && !Take("<>") && !Take("!=")) return Fail(at < tokens.Count ? $"'{tokens[at].Value}' is no comparison that is known here" : "it ends too soon");
        var right = Side();
        return row => Same(left(row), right(row)) == equal;
    }

    private Func<IRedcapView, string> Side()
    {
        if (at >= tokens.Count) { Fail("it ends too soon"); return _ => ""; }
        var token = tokens[at++];
        if (token.Groups["text"].Success || token.Groups["quoted"].Success)
        {
            var text = token.Groups["text"].Value + token.Groups["quoted"].Value;
            return _ => text;
        }
        if (token.Groups["number"].Success) return _ => token.Value;
        if (!token.Groups["field"].Success) { Fail($"'{token.Value}' is neither a field nor a value"); return _ => ""; }
        return Reference(token.Groups["event"].Value, token.Groups["field"].Value, token.Groups["box"].Value);
    }

    private Func<IRedcapView, string> Reference(string eventName, string name, string box)
    {
        if (eventName.Length > 0 && project.Events.All(e => e.Unique != eventName)) { Fail($"[{eventName}] is no event"); return _ => ""; }
        if (project.Fields.FirstOrDefault(f => f.Name == name) is not { } field) { Fail($"[{name}] is no field"); return _ => ""; }
        if (name == RedcapProject.RecordId) return row => row.Record;
        if (field.Columns.IsEmpty) { Fail($"[{name}] is not exported"); return _ => ""; }
        if (field.IsCheckbox == (box.Length == 0)) { Fail(box.Length == 0 ? $"[{name}] has boxes: ask for one, as [{name}(1)]" : $"[{name}] has no boxes"); return _ => ""; }
        var column = field.IsCheckbox ? field.Columns.FirstOrDefault(c => c.Choice!.Code == box) : field.Columns[0];
        if (column is null) { Fail($"[{name}({box})] is no box"); return _ => ""; }
        var isOfBase = field.Form is RedcapProject.FamilyForm or RedcapProject.InterviewForm;
        if (eventName.Length > 0 && !isOfBase) { Fail($"[{name}] is of a form that repeats, so that an event can have it several times"); return _ => ""; }
        fields.Add(field);
        var wave = project.Events.FirstOrDefault(e => e.Unique == eventName) is { } named ? project.Events.IndexOf(named) : -1;
        return row => row.Raw(field, column, wave < 0 ? null : wave);
    }

    /// <summary>Numbers are alike whatever they look like.</summary>
    private static bool Same(string one, string other) => one == other
        || (decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var first) && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var second) && first == second);

    private bool Take(string token)
    {
        if (at >= tokens.Count || !tokens[at].Value.Equals(token, StringComparison.OrdinalIgnoreCase)) return false;
        at++;
        return true;
    }

    private Func<IRedcapView, bool> Fail(string why)
    {
        fault ??= why;
        return _ => false;
    }

    [GeneratedRegex("""(?:\[(?<event>\w+)\])?\[(?<field>\w+)(?:\((?<box>-?\w+)\))?\]|'(?<text>[^']*)'|"(?<quoted>[^"]*)"|(?<number>-?\d+(?:\.\d+)?)|<>|!=|<=|>=|[=<>()]|\w+|\s+""")]
    private static partial Regex Token();
}

/// <summary>A row as a filter sees it.</summary>
internal interface IRedcapView
{
    string Record { get; }

    /// <summary>A column's raw value; empty where the row does not have it.</summary>
    string Raw(RedcapField field, RedcapColumn column, int? wave);
}
