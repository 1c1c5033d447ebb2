using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>One form about a social worker or a site, and who or what it is about. Workers leave under their ids; their names stay out.</summary>
public sealed record UnitReading(UnitForm Form, SiteCode Site, SocialWorker? Worker)
{
    /// <summary>The same form as the columns of forms read it.</summary>
    internal Form AsForm { get; } = new(
        new(Form.Entry.Wave, Form.Entry.Instrument, default, default), Form.Entry.InstrumentVersion, Form.Entry.CompletedOn, Form.Entry.Mode, Form.Entry.Language, [], Form.Entry.Answers, Form.EnteredAt, Form.EnteredBy, Form.Version);

    /// <summary>In order of worker or site, then of waves.</summary>
    internal static ImmutableArray<UnitReading> All(StudyFrame frame, InstrumentDefinition instrument, ImmutableArray<SiteCode>? scope)
    {
        var all = instrument.Subject == InstrumentSubject.Worker
            ? frame.Workers.Values.OrderBy(w => w.Id).SelectMany(w => w.Forms.Select(f => new UnitReading(f, w.Site, w)))
            : frame.Sites.Values.OrderBy(s => s.Code).SelectMany(s => s.Forms.Select(f => new UnitReading(f, s.Code, null)));
        return [.. all.Where(u => u.Form.Entry.Instrument == instrument.Id && frame.Design.Wave(u.Form.Entry.Wave) is not null && (scope is not { } sites || sites.Contains(u.Site)))
            .OrderBy(u => u.Worker?.Id.ToString() ?? u.Site.Text, StringComparer.Ordinal).ThenBy(u => frame.Design.Wave(u.Form.Entry.Wave)!.Number)];
    }
}
