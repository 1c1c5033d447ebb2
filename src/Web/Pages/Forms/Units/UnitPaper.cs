using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Forms.Units;

/// <summary>One form about a social worker or a site: the wave, the definition that it is or was filled on, and the form where there is one.</summary>
public sealed record UnitPaper(WaveDesign Wave, InstrumentDefinition Instrument, UnitForm? There)
{
    /// <summary>From the address; <c>null</c> where it names nothing that the subject can have.</summary>
    /// <param name="shown">The version that the page was shown with: what is typed on it means what that version says, whichever came into force meanwhile.</param>
    public static UnitPaper? Of(StudyFrame frame, InstrumentSubject subject, string wave, string instrument, ImmutableArray<UnitForm> forms, DateOnly today, int? shown = null)
    {
        if (!WaveCode.TryParse(wave, null, out var code) || frame.Design.Wave(code) is not { } design || !InstrumentId.TryParse(instrument, null, out var id)) return null;
        var there = UnitFormRules.At(forms, code, id);
        var definition = (there?.Entry.InstrumentVersion ?? shown) is { } version ? frame.Shelf.Find(id, version) : frame.InForce(id, code, today);
        return definition?.Subject == subject ? new(design, definition, there) : null;
    }

    /// <summary>What a subject can have, wave by wave.</summary>
    public static IEnumerable<UnitPaper> All(StudyFrame frame, InstrumentSubject subject, ImmutableArray<UnitForm> forms, DateOnly today) =>
        from wave in frame.Design.Waves
        from instrument in frame.Shelf.Newest.Where(i => i.Subject == subject)
        let paper = Of(frame, subject, wave.Code.Text, instrument.Id.Text, forms, today)
        where paper is not null
        select paper;
}
