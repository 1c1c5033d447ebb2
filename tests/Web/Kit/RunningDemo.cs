using SosLongitudinal.Grains.Demo;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

[assembly: AssemblyFixture(typeof(RunningDemo))]

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The application over the demo study: ten sites, its families, workers and two waves. For pages that show many at once.</summary>
public sealed class RunningDemo : RunningStudy
{
    /// <summary>Enough for every state and reason to occur.</summary>
    public const int Families = 270;

    public static readonly SiteCode Brackenshire = SiteCode.Parse("brackenshire");
    public static readonly SiteCode Stowmarsh = SiteCode.Parse("stowmarsh");

    protected override async Task Fill(string data)
    {
        await using var store = SqliteRecordStore.Open(data);
        Assert.Equal(DemoLoad.Loaded, await DemoStudy.Load(store, Families, DateOnly.FromDateTime(DateTime.UtcNow), null, TestContext.Current.CancellationToken));
    }
}
