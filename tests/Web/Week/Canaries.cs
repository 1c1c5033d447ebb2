using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Week;

/// <summary>Every name, telephone number, address and postcode of the demo's families; no page of the week, file or feed may hold one.</summary>
internal static class Canaries
{
    public static async Task<string[]> Of(RunningStudy study)
    {
        var workers = (await study.Services.GetRequiredService<StudyFrames>().Current()).Workers.Values.Select(w => w.Name).ToHashSet(StringComparer.Ordinal);
        var demo = new DemoStudyData(RunningDemo.Families, WeekDemo.Monday);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < demo.Taking; n++)
        {
            if (await study.Grains.Family(demo.IdOf(n)).Read() is not { } family) continue;
            foreach (var (_, details, _) in DemoContacts.Of(family))
            {
                if (!workers.Contains(details.Name)) found.Add(details.Name);
                found.UnionWith([details.Postcode, .. details.Phones, .. details.AddressLines.Take(1)]);
                foreach (var person in details.Stable ?? [])
                {
                    if (!workers.Contains(person.Name)) found.Add(person.Name);
                    found.UnionWith([person.Phone, .. person.AddressLines.Take(1)]);
                }
            }
        }
        Assert.True(found.Count > 500);
        return [.. found];
    }

    /// <summary>Holds a text against them; the first that is found fails the test.</summary>
    public static void AbsentFrom(string[] canaries, string text, string where)
    {
        foreach (var canary in canaries) Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"'{canary}' is in {where}.");
    }
}
