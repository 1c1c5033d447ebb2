using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Forms.Move;

/// <summary>The places of a family that can hold a form of an instrument, as choices of wave, subject and respondent.</summary>
public sealed record MoveChoices(StudyFrame Frame, FamilyState Family, InstrumentDefinition Instrument)
{
    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public IEnumerable<Choice> Subjects => Parties.Where(subject => Parties.Any(respondent => Holds(subject, respondent))).Select(Of);

    public IEnumerable<Choice> Respondents => Parties.Where(respondent => Parties.Any(subject => Holds(subject, respondent))).Select(Of);

    /// <summary>The place that was chosen; <c>null</c> and a fault where a part of it is missing.</summary>
    public static FormPlace? Read(TypedFields typed, InstrumentId instrument, string wave, string subject, string respondent)
    {
        if (!WaveCode.TryParse(wave, null, out var code)) typed.Fault("ToWave", "Choose the wave.");
        if (!Party.TryParse(subject, null, out var about)) typed.Fault("ToSubject", "Choose whom it is about.");
        if (!Party.TryParse(respondent, null, out var from)) typed.Fault("ToRespondent", "Choose who answered.");
        return typed.Refusal is null ? new(code, instrument, about, from) : null;
    }

    private IEnumerable<Party> Parties => Family.Members.Select(m => (Party)m.Id).Append(Party.Family).Append(Party.CaseFile);

    private bool Holds(Party subject, Party respondent) => FormPlaces.Fault(Family, Instrument, new(Frame.Design.Waves[0].Code, Instrument.Id, subject, respondent)) is null;

    private Choice Of(Party party) => new($"{party}", party.Member is { } id && Family.Member(id) is { } member ? member.LongWords() : party.Words(Family));
}
