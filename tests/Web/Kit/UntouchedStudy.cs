namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The application as its very first visitor finds it: without any account. A test starts its own.</summary>
public sealed class UntouchedStudy : RunningStudy
{
    protected override Task Open() => Task.CompletedTask;

    protected override bool HasAdministrator => false;
}
