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
    public static List<DuePlace> Of(StudyDesign design, FamilyState family, WaveDesign wave, DueRule rule, DateOnly day)
    {
        var places = new List<DuePlace>(2);
        AddTo(places, design, family, wave, rule, day);
        return places;
    }

    /// <summary>Adds them to a list: registers ask this of every family.</summary>
    public static void AddTo(List<DuePlace> places, StudyDesign design, FamilyState family, WaveDesign wave, DueRule rule, DateOnly day)
    {
        var instrument = design.InstrumentAt(rule, wave);
        switch (rule.Subject)
        {
            case DueSubject.Family:
                places.Add(new(instrument, Party.Family, Respondent(family, wave, rule, null, day)));
                break;
            case DueSubject.MainCarer:
                if (family.MainRespondent(wave.Code, day) is { } carer) places.Add(new(instrument, carer.Id, carer.Id));
                break;
            default:
                foreach (var child in family.Members)
                    if (family.IsStudyChild(design, child) && child.IsOn(day) && IsOfAge(rule, child, day) && !Eligibility.IsOut(design, family, child, day)) places.Add(new(instrument, child.Id, Respondent(family, wave, rule, child, day)));
                break;
        }
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
        DueRespondent.Teacher => Teacher(family, day),
        _ => Carer(family, wave, child, day) is { } carer ? (Party)carer.Id : null,
    };

    /// <summary>About a child who lives elsewhere the present carer is asked; the interview itself stays with the parent (DOMAIN §3.2).</summary>
    private static Member? Carer(FamilyState family, WaveDesign wave, Member? child, DateOnly day) =>
        child is not null && Placements.IsAway(family, child.Id, day) ? Placements.CarerOn(family, day) : family.MainRespondent(wave.Code, day);

    private static Party? Teacher(FamilyState family, DateOnly day)
    {
        foreach (var m in family.Members) if (m.Role == MemberRole.Teacher && m.IsOn(day)) return m.Id;
        return null;
    }
}
