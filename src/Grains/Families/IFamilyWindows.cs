using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Fieldwork.Windows;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>When each wave is in the field for the family, and what has moved it.</summary>
[GrainInterfaceType("sos.family-windows")]
public interface IFamilyWindows : IGrainWithStringKey
{
    /// <summary>Every time that a wave's window moved, oldest first, by the design as it stands.</summary>
    [Alias("moves"), ReadOnly] Task<ImmutableArray<WindowMove>> Moves();

    /// <summary>What one command moved; the same however often it is sent.</summary>
    [Alias("moved-by"), ReadOnly] Task<ImmutableArray<WindowMove>> MovedBy(OperationId operation);
}
