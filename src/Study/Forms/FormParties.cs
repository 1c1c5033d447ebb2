using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>
/// Works out whom a form is about and from where a file says only the family, or only in which part somebody answered. Where more than one member fits,
/// nobody is guessed.
/// </summary>
public static class FormParties
{
    /// <param name="named">The member whom the file names; absent where it names the family.</param>
    /// <param name="respondent">A member's id, a part such as <c>teacher</c>, or empty: whoever of the family can have answered, the main respondent first.</param>
    public static Decision<FormPlace> Place(FamilyState family, StudyFrame frame, InstrumentDefinition instrument, WaveCode wave, MemberId? named, string respondent, DateOnly on) =>
        Subject(family, frame, instrument, wave, named, on).Then(subject => Respondent(family, instrument, new(wave, instrument.Id, subject, Party.Unnamed), respondent, on));

    private static Decision<Party> Subject(FamilyState family, StudyFrame frame, InstrumentDefinition instrument, WaveCode wave, MemberId? named, DateOnly on)
    {
        if (instrument.Subject == InstrumentSubject.Family) return Party.Family;
        if (named is { } id) return (Party)id;
        var fit = instrument.Subject == InstrumentSubject.Child ? Children(family, frame.Design) : [.. family.Members.Where(m => m.Role.IsCarer() && m.IsOn(on))];
        if (fit.Count > 1 && instrument.Subject == InstrumentSubject.Carer && family.MainRespondent(wave, on) is { } main && fit.Contains(main)) return (Party)main.Id;
        return fit is [var only] ? (Party)only.Id : FormRefusals.WhichSubject(instrument.Id, fit.Select(m => m.Id));
    }

    /// <summary>The children who are studied; where none is chosen yet, all.</summary>
    private static List<Member> Children(FamilyState family, StudyDesign design) =>
        family.StudyChildren(design).ToList() is { Count: > 0 } studied ? studied : [.. family.Members.Where(m => m.Role == MemberRole.Child)];

    private static Decision<FormPlace> Respondent(FamilyState family, InstrumentDefinition instrument, FormPlace place, string said, DateOnly on)
    {
        if (MemberId.TryParse(said, null, out var named)) return place with { Respondent = named };
        if (said == Party.CaseFile.ToString() || (said.Length == 0 && instrument.Respondents.Contains(RespondentRole.Researcher))) return place with { Respondent = Party.CaseFile };
        var fit = family.Members.Where(m => m.IsOn(on) && IsSaid(m, place.Subject, said) && FormPlaces.Fault(family, instrument, place with { Respondent = m.Id }) is null).ToList();
        if (fit.Count > 1 && family.MainRespondent(place.Wave, on) is { } main && fit.Contains(main)) return place with { Respondent = main.Id };
        return fit is [var only] ? place with { Respondent = only.Id } : FormRefusals.WhichRespondent(instrument, said, fit.Select(m => m.Id));
    }

    private static bool IsSaid(Member member, Party subject, string said) => said.ToLowerInvariant() switch
    {
        "" => true,
        "self" => subject.Member == member.Id,
        "parent" => member.Role == MemberRole.Parent,
        "carer" => member.Role.IsCarer(),
        "teacher" => member.Role == MemberRole.Teacher,
        "worker" => member.Role is MemberRole.ResidentialWorker or MemberRole.OtherAdult,
        _ => false,
    };
}
