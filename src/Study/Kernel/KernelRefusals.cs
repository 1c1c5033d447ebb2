namespace SosLongitudinal.Study.Kernel;

/// <summary>Refusals that any command can meet.</summary>
public static class KernelRefusals
{
    public static readonly Refusal OperationReused =
        new("operation.reused", "This operation id was already used for something else. Send the command again under a new operation id.");
}
