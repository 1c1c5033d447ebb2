using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Logic;

/// <summary>Finds what does not work in a form's expressions before anybody fills it in: unknown names, rings, clashes of type, what cannot be read.</summary>
public static class LogicCheck
{
    public static ImmutableArray<Clash> Clashes(InstrumentDefinition definition) => [.. FormLogic.Of(definition).Faults.Select(f => f.ToClash())];
}
