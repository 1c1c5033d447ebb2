using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Windows;

/// <summary>A wave's window that moved for a family because a day that it hangs on was recorded, corrected or lost.</summary>
/// <param name="Fact">Number of the fact that moved it.</param>
/// <param name="Operation">The command that left the fact.</param>
/// <param name="By">Account of who did it.</param>
[GenerateSerializer, Immutable, Alias("sos.window-move")]
public sealed record WindowMove(
    [property: Id(0)] int Fact, [property: Id(1)] OperationId Operation, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string By, [property: Id(4)] WaveCode Wave, [property: Id(5)] Window From, [property: Id(6)] Window To);
