using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Records;

/// <summary>The events of a project in their order, each with its arm's name.</summary>
internal static class RedcapEvents
{
    public static Decision<ImmutableArray<RedcapEvent>> Read(byte[]? events, byte[]? arms)
    {
        if (events is null) return ImmutableArray<RedcapEvent>.Empty;
        return Table(events).Then(table => arms is null ? Of(table, ImmutableDictionary<int, string>.Empty) : Table(arms).Then(named => Arms(named).Then(names => Of(table, names))));
    }

    private static Decision<Sheet> Table(byte[] file) => Workbook.Read(file).Select(grid => grid.Sheets.FirstOrDefault(s => !s.Rows.IsEmpty) ?? new("", []));

    private static Decision<ImmutableDictionary<int, string>> Arms(Sheet sheet)
    {
        var (number, name) = (Column(sheet, "arm_num"), Column(sheet, "name"));
        if (number < 0 || name < 0) return RedcapRefusals.NoColumn("arms", number < 0 ? "arm_num" : "name");
        return sheet.Rows.Skip(1).Where(r => Arm(r[number]) is not null).DistinctBy(r => Arm(r[number])).ToImmutableDictionary(r => Arm(r[number])!.Value, r => r[name]);
    }

    private static Decision<ImmutableArray<RedcapEvent>> Of(Sheet sheet, ImmutableDictionary<int, string> arms)
    {
        var (unique, name, arm) = (Column(sheet, "unique_event_name"), Column(sheet, "event_name"), Column(sheet, "arm_num"));
        if (unique < 0) return RedcapRefusals.NoColumn("events", "unique_event_name");
        return sheet.Rows.Skip(1).Where(r => r[unique].Length > 0).DistinctBy(r => r[unique])
            .Select(r => new RedcapEvent(r[unique], r[name].Length > 0 ? r[name] : r[unique], Arm(r[arm]) ?? 1, arms.GetValueOrDefault(Arm(r[arm]) ?? 1, ""))).ToImmutableArray();
    }

    internal static int Column(Sheet sheet, string heading) => sheet.Rows.IsEmpty ? -1 : sheet.Rows[0].Cells.ToList().FindIndex(c => c.Equals(heading, StringComparison.OrdinalIgnoreCase));

    private static int? Arm(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
