namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The application with its first administrator and no study yet. A test starts its own.</summary>
public sealed class EmptyStudy : RunningStudy
{
    protected override Task Open() => Task.CompletedTask;
}
