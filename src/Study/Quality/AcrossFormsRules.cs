using System.Globalization;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Quality;

/// <summary>Rules over a form and the others of its family: of earlier waves, and of other children.</summary>
internal static class AcrossFormsRules
{
    private const string Total = "ebdtot";

    public static void Check(FamilyLook look, Form form)
    {
        if (look.InstrumentOf(form) is not { } instrument) return;
        if (look.Before(form, instrument) is { } before) SinceThen(look, form, before, instrument);
        foreach (var other in look.Forms)
            if (IsSiblings(form, other) && string.CompareOrdinal($"{other.Place.Subject}", $"{form.Place.Subject}") < 0 && form.Answers.Equals(other.Answers) && HasAnswers(form.Answers))
                look.Hit("same-answers", $"Every answer is the same as on the form about {other.Place.Subject}.", form, other);
    }

    private static void SinceThen(FamilyLook look, Form form, Form before, InstrumentDefinition instrument)
    {
        if (form.CompletedOn < before.CompletedOn) look.Hit("wave-order", $"Dated {OneFormRules.Day(form.CompletedOn)}, before the same form of wave {before.Place.Wave} ({OneFormRules.Day(before.CompletedOn)}).", form, before);
        if (form.Place.Respondent != before.Place.Respondent)
        {
            look.Hit("informant-changed", $"Answered by {form.Place.Respondent}; at wave {before.Place.Wave} by {before.Place.Respondent}.", form, before);
            return;
        }
        if (instrument is not { Group: "sdq", Prefix: "p" } || look.InstrumentOf(before) is not { } earlier || Score(instrument, form) is not { } now || Score(earlier, before) is not { } then) return;
        var stated = look.Frame.Design.ReliableChange;
        if (Math.Abs(now - then) > stated.Threshold)
            look.HitWith(string.Create(CultureInfo.InvariantCulture, $"{stated.Sd}|{stated.Reliability}"), "reliable-change", string.Create(CultureInfo.InvariantCulture, $"Total difficulties went from {then} to {now}; a change beyond {stated.Threshold:F1} points (SD {stated.Sd}, reliability {stated.Reliability}) is more than measurement error."), form, before);
    }

    private static bool IsSiblings(Form form, Form other) =>
        other.Place.Wave == form.Place.Wave && other.Place.Instrument == form.Place.Instrument && other.Place.Respondent == form.Place.Respondent && other.Place.Subject != form.Place.Subject && other.Place.Subject.IsMember;

    private static bool HasAnswers(Answers answers)
    {
        var answered = 0;
        for (var i = 0; i < answers.Count; i++) if (answers.MissingAt(i) is null) answered++;
        return answered >= 10;
    }

    private static int? Score(InstrumentDefinition instrument, Form form)
    {
        var plan = ScorePlan.Of(instrument, MissingItemRule.Published);
        Span<short> scores = plan.Count <= 256 ? stackalloc short[plan.Count] : new short[plan.Count];
        plan.Score(form.Answers, scores);
        for (var i = 0; i < plan.Count; i++) if (plan.Scales[i].Name == Total) return DenseCode.IsCode(scores[i]) ? scores[i] : null;
        return null;
    }
}
