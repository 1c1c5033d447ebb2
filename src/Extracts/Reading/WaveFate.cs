using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;

namespace SosLongitudinal.Extracts.Reading;

/// <summary>What became of a family at a wave, as attrition counts it.</summary>
public enum Fate
{
    /// <summary>Never to be interviewed at it: not consented, or its part was complete before.</summary>
    NotDue = 0,
    Interviewed = 1,
    Lost = 2,
    NotYetDue = 3,
    InField = 4,
    /// <summary>The window has closed and nobody has said what became of it.</summary>
    NoDisposition = 5,
    DiedOrIneligible = 6,
}

/// <summary>At which step a family was lost: finding it, reaching it, its agreement, or another.</summary>
public enum LossGroup { Location = 0, Contact = 1, Cooperation = 2, Other = 3 }

/// <summary>
/// A family's fate at a wave with, for a loss, its group and label. A removal, a move, a closed case or a change of worker is never a loss: it does not
/// come in here at all.
/// </summary>
public sealed record WaveFate(Fate Fate, LossGroup? Group = null, string? Label = null)
{
    private const string Died = "2.31";
    private const string NotLocated = "3.18";

    public static readonly WaveFate WithdrewBefore = new(Fate.Lost, LossGroup.Cooperation, "Withdrew before the wave");

    public static WaveFate Of(WaveReading wave)
    {
        var (family, window, today) = (wave.Family, wave.Window, wave.Reading.Context.Today);
        if (wave.Outcome != InterviewOutcome.NotStarted) return new(Fate.Interviewed);
        var code = family.DispositionOf(wave.Design.Code, Track.Interview) is { } said ? Dispositions.Find(said.Code) : null;
        if (code is { Class: OutcomeClass.Complete or OutcomeClass.Partial }) return new(Fate.Interviewed);
        if (code is { Class: OutcomeClass.NotEligible } or { Code: Died }) return new(Fate.DiedOrIneligible, Label: code.Label);
        if (code is not null) return new(Fate.Lost, GroupOf(code), code.Label);
        if (family.Stage < Stage.Consented || window is not { } w) return new(Fate.NotDue);
        if (family.Stage == Stage.Ended && family.EndedOn <= w.Closes)
            return family.EndReason switch
            {
                EndReason.Withdrew => WithdrewBefore,
                EndReason.Completed => new(Fate.NotDue),
                _ => new(Fate.DiedOrIneligible, Label: family.EndReason.ToString()),
            };
        if (family.Consents.IsWithdrawn(ConsentScope.Interview, null, today < w.Closes ? today : w.Closes)) return WithdrewBefore;
        if (Eligibility.Bar(wave.Reading.Frame.Design, family, w, today) is { } rule) return new(Fate.DiedOrIneligible, Label: rule.Label);
        return today < w.Opens ? new(Fate.NotYetDue) : today <= w.Closes ? new(Fate.InField) : new WaveFate(Fate.NoDisposition);
    }

    private static LossGroup GroupOf(DispositionCode code) => code.Class switch
    {
        OutcomeClass.Refusal => LossGroup.Cooperation,
        OutcomeClass.NonContact => LossGroup.Contact,
        OutcomeClass.UnknownOther when code.Code == NotLocated => LossGroup.Location,
        _ => LossGroup.Other,
    };
}
