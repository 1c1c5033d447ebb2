using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork.Windows;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>What moved a wave's window.</summary>
internal sealed partial class FamilyGrain : IFamilyWindows
{
    public async Task<ImmutableArray<WindowMove>> Moves() => WindowMoves.Of((await frames.Current()).Design, Nothing, Ledger.Facts);

    public async Task<ImmutableArray<WindowMove>> MovedBy(OperationId operation) => Knows(operation) ? [.. (await Moves()).Where(m => m.Operation == operation)] : [];
}
