using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>Whether a place can hold a form of an instrument in a family.</summary>
public static class FormPlaces
{
    public static Refusal? Fault(FamilyState family, InstrumentDefinition instrument, FormPlace place) =>
        SubjectFault(family, instrument, place.Subject) ?? RespondentFault(family, instrument, place);

    /// <summary>A form that is not achieved because nobody could answer it has no respondent to name.</summary>
    public static Refusal? Fault(FamilyState family, InstrumentDefinition instrument, FormPlace place, NotAchievedReason reason) =>
        place.Respondent == Party.Unnamed && reason == NotAchievedReason.NoRespondent ? SubjectFault(family, instrument, place.Subject) : Fault(family, instrument, place);

    private static Refusal? SubjectFault(FamilyState family, InstrumentDefinition instrument, Party subject)
    {
        if (instrument.Subject == InstrumentSubject.Family) return subject == Party.Family ? null : FormRefusals.SubjectMustBeFamily(instrument.Id);
        if (subject.Member is not { } id || family.Member(id) is not { ErasedOn: null } member) return FormRefusals.UnknownSubject(subject);
        var fits = instrument.Subject switch
        {
            InstrumentSubject.Child => member.Role == MemberRole.Child,
            InstrumentSubject.Carer => member.Role.IsCarer(),
            _ => false,
        };
        return fits ? null : FormRefusals.SubjectOfWrongKind(instrument.Id, instrument.Subject);
    }

    private static Refusal? RespondentFault(FamilyState family, InstrumentDefinition instrument, FormPlace place)
    {
        if (place.Respondent == Party.CaseFile) return instrument.Respondents.Contains(RespondentRole.Researcher) ? null : FormRefusals.RespondentOfWrongKind(instrument);
        if (place.Respondent.Member is not { } id || family.Member(id) is not { ErasedOn: null } member) return FormRefusals.UnknownRespondent(place.Respondent);
        var fits = member.Role switch
        {
            MemberRole.Child => place.Subject.Member == id && instrument.Respondents.Contains(RespondentRole.Self),
            MemberRole.Teacher => instrument.Respondents.Contains(RespondentRole.Teacher),
            MemberRole.Parent => instrument.Respondents.Contains(RespondentRole.Parent),
            MemberRole.KinCarer or MemberRole.FosterCarer or MemberRole.ResidentialWorker => instrument.Respondents.Contains(RespondentRole.Carer),
            _ => instrument.Respondents.Contains(RespondentRole.Worker),
        };
        return fits ? null : FormRefusals.RespondentOfWrongKind(instrument);
    }
}
