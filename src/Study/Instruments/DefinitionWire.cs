using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Orleans;

namespace SosLongitudinal.Study.Instruments;

/// <summary>How a definition travels between silos: as its text.</summary>
[GenerateSerializer, Immutable, Alias("sos.instrument-definition")]
public struct DefinitionWire
{
    [Id(0)] public string Text;
}

/// <summary>Equal text arrives as the same instance while anybody holds it, so that what was worked out for a definition is not worked out again.</summary>
[RegisterConverter]
public sealed class DefinitionWireConverter : IConverter<InstrumentDefinition, DefinitionWire>
{
    private const int Most = 1_000;
    private static readonly ConditionalWeakTable<InstrumentDefinition, string> Texts = [];
    private static readonly ConcurrentDictionary<string, WeakReference<InstrumentDefinition>> Known = new(StringComparer.Ordinal);

    public InstrumentDefinition ConvertFromSurrogate(in DefinitionWire wire)
    {
        if (Known.TryGetValue(wire.Text, out var held) && held.TryGetTarget(out var known)) return known;
        var read = InstrumentText.Read(wire.Text);
        if (Known.Count > Most) Known.Clear();
        Known[wire.Text] = new(read);
        Texts.AddOrUpdate(read, wire.Text);
        return read;
    }

    public DefinitionWire ConvertToSurrogate(in InstrumentDefinition definition) => new() { Text = Texts.GetValue(definition, InstrumentText.Write) };
}
