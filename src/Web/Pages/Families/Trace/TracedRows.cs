using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Families.Trace;

/// <summary>Who looked for a family and where, the last first; of one wave or of all.</summary>
public sealed record TracedRows(FamilyState Family, StudyFrame Frame, WaveCode? Wave, bool MayStrike)
{
    public IEnumerable<WaveTracing> All => Family.Tracing.Where(t => Wave is null || t.Wave == Wave).Reverse();

    public string NameOf(WaveCode wave) => Frame.Design.Wave(wave)?.Name ?? wave.ToString();
}
