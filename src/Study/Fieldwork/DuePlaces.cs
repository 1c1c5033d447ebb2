using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>A form that the design asks for: the instrument, about whom, from whom (<c>null</c>: nobody of that kind is in the family yet).</summary>
public readonly record struct DuePlace(InstrumentId Instrument, Party Subject, Party? Respondent);

/// <summary>Which forms one rule of the schedule asks for in a family, by age on the day.</summary>
public static class DuePlaces
{
    public static IEnumerable<DuePlace> Of(StudyDesign design, FamilyState family, WaveDesign wave, DueRule rule, DateOnly day)
    {
        var instrument = design.InstrumentAt(rule, wave);
        if (rule.Subject == DueSubject.Family) return [new(instrument, Party.Family, Respondent(family, wave, rule, null, day))];
        if (rule.Subject == DueSubject.MainCarer)
            return family.MainRespondent(wave.Code, day) is { } carer ? [new(instrument, carer.Id, carer.Id)] : [];
        return family.StudyChildren(design)
            .Where(child => child.IsOn(day) && IsOfAge(rule, child, day))
            .Select(child => new DuePlace(instrument, child.Id, Respondent(family, wave, rule, child, day)));
    }

    /// <summary>At a boundary month the older age counts, so that exactly one age form is due.</summary>
    private static bool IsOfAge(DueRule rule, Member child, DateOnly day)
    {
        var age = child.Birth is { } birth ? birth.AgeOn(day).Most : -1;
        return (rule.FromAge is not { } from || age >= from) && (rule.ToAge is not { } to || age <= to);
    }

    private static Party? Respondent(FamilyState family, WaveDesign wave, DueRule rule, Member? child, DateOnly day) => rule.Respondent switch
    {
        DueRespondent.CaseFile => Party.CaseFile,
        DueRespondent.Self => child is null ? null : (Party)child.Id,
        DueRespondent.Teacher => family.Members.FirstOrDefault(m => m.Role == MemberRole.Teacher && m.IsOn(day)) is { } teacher ? (Party)teacher.Id : null,
        _ => family.MainRespondent(wave.Code, day) is { } carer ? (Party)carer.Id : null,
    };
}
