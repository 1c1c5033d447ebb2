using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>What is asked of the records, in the words of REDCap's interface.</summary>
public sealed record RedcapAsk
{
    public ImmutableArray<string> Fields { get; init; } = [];
    public ImmutableArray<string> Forms { get; init; } = [];
    public ImmutableArray<string> Events { get; init; } = [];
    public string Filter { get; init; } = "";
    public bool Labels { get; init; }
    public bool BoxLabels { get; init; }
    public bool HeaderLabels { get; init; }
    public bool Groups { get; init; }
}

/// <summary>The columns that leave, with the record's id, event, repeat and, where asked for, group in front.</summary>
public sealed class RedcapQuery
{
    private RedcapQuery(RedcapProject project, RedcapAsk ask, ImmutableArray<(RedcapField Field, RedcapColumn Column)> columns, RedcapFilter? filter)
    {
        (Project, Ask, Columns, Filter) = (project, ask, columns, filter);
        Events = [.. ask.Events.IsEmpty ? project.Events : project.Events.Where(e => ask.Events.Contains(e.Unique))];
        Shown = [.. project.Forms.Where(f => f.Repeats && columns.Any(c => c.Field.Form == f.Name)).Select(f => f.Name)];
        ShowsBase = columns.IsEmpty || columns.Any(c => c.Field.Form is RedcapProject.FamilyForm or RedcapProject.InterviewForm);
        Sources = [.. columns.Select(c => c.Column.Source).Concat(filter?.Fields.SelectMany(f => f.Columns).Select(c => c.Source) ?? []).Distinct()];
    }

    public RedcapProject Project { get; }
    public RedcapAsk Ask { get; }
    public ImmutableArray<(RedcapField Field, RedcapColumn Column)> Columns { get; }
    public ImmutableArray<RedcapEvent> Events { get; }

    internal RedcapFilter? Filter { get; }

    /// <summary>The repeating forms of which a column is asked for; others give no rows.</summary>
    internal ImmutableHashSet<string> Shown { get; }
    internal bool ShowsBase { get; }

    /// <summary>The columns of the table that answer it, besides those that say which row it is.</summary>
    internal ImmutableArray<string> Sources { get; }

    /// <summary>As the registers are asked for them.</summary>
    public ImmutableArray<string> Asked => [.. Sources, .. Project.Dataset.Columns.Take(5).Select(c => c.Name)];

    public IEnumerable<string> Header =>
    [
        .. Ask.HeaderLabels ? ["Family", "Event Name", "Repeat Instrument", "Repeat Instance"] : (string[])[RedcapProject.RecordId, RedcapProject.EventColumn, RedcapProject.InstrumentColumn, RedcapProject.InstanceColumn],
        .. Ask.Groups ? [Ask.HeaderLabels ? "Data Access Group" : RedcapProject.GroupColumn] : (string[])[],
        .. Columns.Select(c => !Ask.HeaderLabels ? c.Column.Export : c.Column.Choice is { } box ? $"{c.Field.Label} (choice={box.Label})" : c.Field.Label),
    ];

    /// <summary>Names that no field, form or event has are refused as REDCap refuses them.</summary>
    public static Decision<RedcapQuery> Of(RedcapProject project, RedcapAsk ask)
    {
        var known = project.Fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var exports = project.Fields.SelectMany(f => f.Columns.Select(c => (Field: f, Column: c))).ToLookup(p => p.Column.Export, StringComparer.Ordinal);
        if (ask.Fields.Where(f => !known.ContainsKey(f) && !exports.Contains(f)).ToList() is { Count: > 0 } fields) return RedcapRefusals.NoSuch("fields", "field names", fields);
        if (ask.Forms.Where(f => project.Forms.All(known => known.Name != f)).ToList() is { Count: > 0 } forms) return RedcapRefusals.NoSuch("forms", "instrument names", forms);
        if (ask.Events.Where(e => project.Events.All(known => known.Unique != e)).ToList() is { Count: > 0 } events) return RedcapRefusals.NoSuch("events", "event names", events);
        var all = ask.Fields.IsEmpty && ask.Forms.IsEmpty;
        var columns = project.Fields.Where(f => f.Name != RedcapProject.RecordId).SelectMany(f => f.Columns.Select(c => (Field: f, Column: c)))
            .Where(p => all || ask.Forms.Contains(p.Field.Form) || ask.Fields.Contains(p.Field.Name) || ask.Fields.Contains(p.Column.Export)).ToImmutableArray();
        if (string.IsNullOrWhiteSpace(ask.Filter)) return new RedcapQuery(project, ask, columns, null);
        return RedcapFilter.Read(ask.Filter, project).Select(filter => new RedcapQuery(project, ask, columns, filter));
    }
}
