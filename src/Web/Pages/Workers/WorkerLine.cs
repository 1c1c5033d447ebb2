using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Workers;

/// <summary>A table of social workers.</summary>
public sealed record WorkerTable(ImmutableArray<WorkerLine> Lines, bool ShowsSite);

/// <summary>One social worker of a list: terms today, agency spells ever, families held now.</summary>
public sealed record WorkerLine(SocialWorker Worker, string Site, Employment Now, int AgencySpells, int Families, bool HasLeft)
{
    public static ImmutableArray<WorkerLine> Of(StudyFrame frame, DateOnly today, IEnumerable<SocialWorker> workers, IEnumerable<Caseload> caseloads)
    {
        var families = caseloads.ToDictionary(c => c.Worker, c => c.Families);
        return
        [
            .. workers.Select(w => new WorkerLine(
                    w, frame.Sites.GetValueOrDefault(w.Site)?.Name ?? $"{w.Site}", w.EmploymentOn(today), w.Spells.Count(s => s.Employment == Employment.Agency),
                    families.GetValueOrDefault(w.Id), w.LeftOn <= today))
                .OrderBy(l => l.HasLeft).ThenBy(l => l.Site, StringComparer.Ordinal).ThenBy(l => l.Worker.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Agency terms are what the study looks at, so they stand out.</summary>
    public static Tone ToneOf(Employment employment) => employment switch { Employment.Permanent => Tone.Good, Employment.Agency => Tone.Attention, _ => Tone.Neutral };
}
