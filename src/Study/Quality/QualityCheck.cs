using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Quality;

/// <summary>Holds one family against every rule, as of a day: forms dated later are not looked at.</summary>
public static class QualityCheck
{
    public static ImmutableArray<QualityHit> Of(FamilyState family, StudyFrame frame, DateOnly asOf)
    {
        if (family.Forms.IsEmpty && frame.Design.QualityRules.IsEmpty) return [];
        var look = new FamilyLook(family, frame, asOf);
        foreach (var form in look.Forms)
        {
            OneFormRules.Check(look, form);
            AcrossFormsRules.Check(look, form);
        }
        DeclaredRules.Check(look);
        return Shown(look);
    }

    /// <summary>What one rule alone finds, whether it is declared or not.</summary>
    public static ImmutableArray<QualityHit> Of(FamilyState family, StudyFrame frame, DateOnly asOf, DeclaredRule rule)
    {
        var look = new FamilyLook(family, frame, asOf);
        DeclaredRules.Check(look, rule);
        return Shown(look);
    }

    /// <summary>Not what lies in a form withdrawn from use; that there is one is to be known, and says nothing of what is in it.</summary>
    private static ImmutableArray<QualityHit> Shown(FamilyLook look) =>
        [.. look.Hits.Where(h => h.Rule == OneFormRules.AfterWithdrawal || look.MayUse(h.Place))];

    /// <summary>What to say to the person who has just entered a form: the hits at its place that nobody has set aside.</summary>
    public static ImmutableArray<QualityHit> AtEntry(FamilyState family, StudyFrame frame, FormPlace place, DateOnly asOf) => AtEntry(family, frame, [place], asOf);

    /// <summary>The same of several forms that come together; the family is looked at once.</summary>
    public static ImmutableArray<QualityHit> AtEntry(FamilyState family, StudyFrame frame, ImmutableArray<FormPlace> places, DateOnly asOf) =>
        [.. Of(family, frame, asOf).Where(h => h.Place is { } place && h.Dismissal is null && places.Contains(place))];
}

/// <summary>One family while it is looked at.</summary>
internal sealed class FamilyLook(FamilyState family, StudyFrame frame, DateOnly asOf)
{
    private readonly ImmutableArray<QualityHit>.Builder hits = ImmutableArray.CreateBuilder<QualityHit>();

    public FamilyState Family => family;

    public StudyFrame Frame => frame;

    public DateOnly AsOf => asOf;

    public ImmutableArray<Form> Forms { get; } = [.. family.Forms.Where(f => f.CompletedOn <= asOf)];

    public ImmutableArray<QualityHit> Hits => hits.ToImmutable();

    public InstrumentDefinition? InstrumentOf(Form form) => frame.Shelf.Find(form.Place.Instrument, form.InstrumentVersion);

    public bool MayUse(FormPlace? place) => place is null || family.FormAt(place.Value) is not { } form || FormUse.IsAllowed(frame, family, form, asOf);

    public int Number(WaveCode wave) => frame.Design.Wave(wave)?.Number ?? 0;

    /// <summary>A form of the same measure about the same subject at an earlier wave, the latest of them.</summary>
    public Form? Before(Form form, InstrumentDefinition instrument)
    {
        Form? found = null;
        foreach (var other in Forms)
        {
            if (other.Place.Subject != form.Place.Subject || Number(other.Place.Wave) >= Number(form.Place.Wave) || !IsSameMeasure(instrument, other)) continue;
            if (found is null || Number(other.Place.Wave) > Number(found.Place.Wave) || (other.Place.Wave == found.Place.Wave && other.Place.Respondent == form.Place.Respondent)) found = other;
        }
        return found;
    }

    public void Hit(string rule, string sentence, Form form, params ReadOnlySpan<Form> others) =>
        Add(QualityRules.Of(rule).Severity, rule, $"{form.Place}", sentence, QualityInputs.Of(family, [form, .. others]), form);

    /// <param name="also">What the rule looks at beside the forms.</param>
    public void HitWith(string also, string rule, string sentence, Form form, params ReadOnlySpan<Form> others) =>
        Add(QualityRules.Of(rule).Severity, rule, $"{form.Place}", sentence, QualityInputs.Of($"{QualityInputs.Of(family, [form, .. others])}|{also}"), form);

    public void Add(QualitySeverity severity, string rule, string about, string sentence, string digest, Form? form)
    {
        QualityDismissal? dismissal = null;
        foreach (var d in family.Dismissals) if (d.Rule == rule && d.About == about && d.Digest == digest) dismissal = d;
        hits.Add(new(rule, family.Id, family.Site, about, severity, sentence, digest) { Place = form?.Place, EnteredBy = form?.EnteredBy ?? "", Dismissal = dismissal, IsEnteredOnce = form is { Trail: null or { Second: null } }, AlsoKnownTo = form?.AlsoKnownTo ?? [] });
    }

    private bool IsSameMeasure(InstrumentDefinition instrument, Form other) =>
        other.Place.Instrument == instrument.Id || (InstrumentOf(other) is { Group: { } group } there && group == instrument.Group && there.Prefix == instrument.Prefix);
}
