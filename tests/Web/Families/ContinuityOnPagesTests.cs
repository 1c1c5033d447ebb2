using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>Continuity of workers between waves, where people and programs read it.</summary>
public sealed class ContinuityOnPagesTests(RunningDemo demo)
{
    [Fact]
    public async Task What_is_counted_between_waves_stands_alike_on_the_family_page_and_in_the_API()
    {
        var frame = await demo.Services.GetRequiredService<StudyFrames>().Current();
        var rows = (await demo.Services.GetRequiredService<FamilyRegisters>().Find(new FamilyQuestion { Take = 200 })).Rows;
        var (family, counted) = rows.SelectMany(r => WaveContinuity.Of(frame, r.Family, OpenedStudy.Today).Select(c => (r.Family, c.Continuity))).First(c => c.Continuity is { Changes: > 0 });
        var visitor = await demo.As(Roles.Coordinator);

        var page = await visitor.Get($"/families/{family.Id}");
        var shown = page.Document.QuerySelectorAll("dl.facts-line div").Select(d => (d.QuerySelector("dt")!.TextContent, d.QuerySelector("dd")!.TextContent)).ToList();
        Assert.Contains(("Different workers", $"{counted!.DistinctWorkers}"), shown);
        Assert.Contains(("Changes", $"{counted.Changes}"), shown);
        Assert.Contains(("Days without a worker", $"{counted.DaysWithout}"), shown);

        using var api = new HttpClient { BaseAddress = demo.Address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await visitor.Token(demo));
        var view = await api.GetFromJsonAsync<JsonElement>($"/api/v1/families/{family.Id}", TestContext.Current.CancellationToken);
        var between = view.GetProperty("continuity").EnumerateArray().First(c => c.GetProperty("changes").ValueKind == JsonValueKind.Number);
        Assert.Equal((counted.DistinctWorkers, counted.Changes, counted.DaysWithout), (between.GetProperty("distinctWorkers").GetInt32(), between.GetProperty("changes").GetInt32(), between.GetProperty("daysWithout").GetInt32()));
    }
}
