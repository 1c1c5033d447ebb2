using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Templates;

namespace SosLongitudinal.Study.Demo;

/// <summary>The ten invented authorities, in the order of the template's sites: bands 4 / 3 / 3. None is a real council.</summary>
internal static class DemoSites
{
    private static readonly ImmutableArray<string> Names =
        ["Brackenshire", "Stowmarsh", "Wexborough", "Aldermere", "Norrowdale", "Hallamby", "Ottersleigh", "Lindenshire", "Fenwickham", "Tarnbridge"];

    /// <summary>A tenth of the SDQs and a fifth of the case records are entered twice.</summary>
    private static readonly ImmutableArray<DoubleEntryShare> Twice =
        [.. new[] { ("sdq-p-4-17", 10), ("sdq-p-2-4", 10), ("sdq-t-4-17", 10), ("sdq-s-11-17", 10), ("case-record", 20) }.Select(s => new DoubleEntryShare(new(s.Item1), null, s.Item2))];

    public static int Count => Names.Length;

    public static string CodeOf(int site) => Names[site].ToLowerInvariant();

    /// <summary>0 new, 1 about two years, 2 more.</summary>
    public static int BandOf(int site) => site < 4 ? 0 : site < 7 ? 1 : 2;

    /// <summary>The template with its authorities renamed and its dates moved.</summary>
    public static StudyTemplate Template(DemoCalendar calendar)
    {
        var real = StudyTemplates.Find("signs-of-safety")!;
        return real with
        {
            Design = real.Design with { Title = "Demo study (synthetic)", Synthetic = true, Cohorts = calendar.Cohorts, DoubleEntry = Twice },
            Sites = [.. real.Sites.Zip(Names, (site, name) =>
                new TemplateSite(new(name.ToLowerInvariant()), name, [.. site.Bands.Select(b => b with { From = calendar.Opening })]))],
        };
    }
}
