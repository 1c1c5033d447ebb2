using System.Diagnostics.Metrics;

namespace SosLongitudinal.Storage;

/// <summary>What the study measures of itself. Attributes name kinds of records and nothing that is in them.</summary>
public static class StudyMeter
{
    public const string Name = "SosLongitudinal";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Facts = Meter.CreateCounter<long>("sos.facts.committed", "{fact}", "Facts committed, by kind of record.");
    private static readonly Histogram<double> Writes = Meter.CreateHistogram<double>("sos.record.write.duration", "s", "From handing a record to the store until it is durable.");
    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("sos.record.conflicts", "{write}", "Writes refused because another had written meanwhile.");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("sos.register.lag", "s", "From a family's commit until its register holds it.");
    private static readonly Counter<long> Missed = Meter.CreateCounter<long>("sos.register.missed", "{family}", "Families that the register was not told of in time; it finds them by itself.");

    public static void Committed(string record, int facts) => Facts.Add(facts, Record(record));

    public static void Written(string state, TimeSpan took) => Writes.Record(took.TotalSeconds, Record(state));

    public static void Conflicted(string state) => Conflicts.Add(1, Record(state));

    public static void Registered(TimeSpan took) => Lag.Record(took.TotalSeconds);

    public static void NotRegistered() => Missed.Add(1);

    private static KeyValuePair<string, object?> Record(string kind) => new("sos.record", kind);
}
