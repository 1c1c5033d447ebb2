using System.Text.Json.Serialization;
using CsCheck;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Storage.Ledgers;

[RecordKind("sos.sample")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Noted), "noted")]
public abstract record SampleFact
{
    private SampleFact() { }

    public sealed record Opened(string Site, PartialDate On) : SampleFact;

    public sealed record Noted(string Text, int Weight) : SampleFact;

    public static readonly Gen<SampleFact> Any = Gen.OneOf(
        Gen.Select(Gen.String, Gen.Int[2010, 2030], (site, year) => (SampleFact)new Opened(site, new(year))),
        Gen.Select(Gen.String, Gen.Int, (text, weight) => (SampleFact)new Noted(text, weight)));

    /// <summary>Ledgers of one to six commands with one to three facts each.</summary>
    public static readonly Gen<Ledger<SampleFact>> Ledger = Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Any.Array[1, 3].Array[1, 6], Gen.Int[0, 86_400_000].Array[6], (key, commands, waits) =>
        commands.Select((facts, i) => (facts, i)).Aggregate(Ledger<SampleFact>.Empty(key), (ledger, command) => ledger.Append(command.facts, Stamp(command.i, waits[command.i]))));

    public static Stamp Stamp(int i, int waited = 0) =>
        new(new($"op-{i}"), "ann@demo.example", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMilliseconds(waited), i % 2 == 0 ? null : $"reason \"{i}\" <&>");
}

/// <summary>Something to fold facts into: what was noted, in order, with erased facts named as such.</summary>
internal static class SampleFold
{
    public static string Of(Ledger<SampleFact> ledger) => string.Join('\n', ledger.Facts.Select(fact => $"{fact.Head} {fact.Content?.ToString() ?? "erased"} {fact.Why}"));
}
