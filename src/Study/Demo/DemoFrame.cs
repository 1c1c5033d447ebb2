using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Templates;

namespace SosLongitudinal.Study.Demo;

/// <summary>What all families of the demo share.</summary>
internal sealed class DemoFrame
{
    public DemoFrame(ulong seed, int families, DateOnly today)
    {
        (Seed, Calendar) = (seed, new(today));
        Template = DemoSites.Template(Calendar);
        Sites = [.. Template.Sites.Select(s => s.Code)];
        Workers = new(seed, families, Calendar, Sites);
        Secret = SHA256.HashData(Encoding.UTF8.GetBytes($"sos.demo-secret\n{seed}"));
        Sample = new(value => KeyedHash.Number(Secret, DoubleEntrySample.Purpose, value));
    }

    public byte[] Secret { get; }
    public DoubleEntrySample Sample { get; }

    public ulong Seed { get; }
    public DemoCalendar Calendar { get; }
    public StudyTemplate Template { get; }
    public ImmutableArray<SiteCode> Sites { get; }
    public DemoWorkers Workers { get; }
    public StudyDesign Design => Template.Design;
}
