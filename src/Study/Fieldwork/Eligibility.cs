using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork;

/// <summary>Whether a family is eligible for a wave. Nothing of it is stored: it follows from events, ages and the design, so that a struck event makes it due again.</summary>
public static class Eligibility
{
    /// <summary>The first rule by which the family is not eligible for a wave with this window on a day; <c>null</c> where it is.</summary>
    public static EligibilityRule? Bar(StudyDesign design, FamilyState family, Window window, DateOnly today)
    {
        foreach (var rule in design.Eligibility)
            if (Since(design, family, rule, today) is { } from && from <= (rule.BeforeTheWave ? window.Opens.AddDays(-1) : window.Closes)) return rule;
        return null;
    }

    /// <summary>Whether one child is out of the study on a day, whatever becomes of the others.</summary>
    public static bool IsOut(StudyDesign design, FamilyState family, Member child, DateOnly day)
    {
        foreach (var rule in design.Eligibility)
            if (!rule.BeforeTheWave && Since(family, rule, child, day) <= day) return true;
        return false;
    }

    /// <summary>Whether a child of the family has died: no message goes to it from then on.</summary>
    public static bool HasLostAChild(FamilyState family, DateOnly today)
    {
        foreach (var e in family.CaseEvents)
            if (e is { Kind: CaseEventKind.Death, Child: not null } && e.On.Earliest <= today) return true;
        return false;
    }

    /// <summary>Since when a rule holds for every child that is studied; <c>null</c> where it does not on that day.</summary>
    private static DateOnly? Since(StudyDesign design, FamilyState family, EligibilityRule rule, DateOnly today)
    {
        DateOnly? last = null;
        foreach (var child in family.Members)
        {
            if (!family.IsStudyChild(design, child)) continue;
            if (Since(family, rule, child, today) is not { } from || from > today) return null;
            if (last is null || from > last) last = from;
        }
        return last;
    }

    private static DateOnly? Since(FamilyState family, EligibilityRule rule, Member child, DateOnly today) => rule.Age is { } age ? Turned(child, age) : Happened(family, rule, child.Id, today);

    /// <summary>The first day on which they are certainly of an age.</summary>
    private static DateOnly? Turned(Member child, int age) => child.Birth is { } born ? new DateOnly(born.Year + age, born.Month, 1).AddMonths(1) : null;

    private static DateOnly? Happened(FamilyState family, EligibilityRule rule, MemberId child, DateOnly today)
    {
        CaseEvent? last = null;
        foreach (var e in family.CaseEvents)
            if ((e.Kind == rule.Event || e.Kind == rule.Until) && Concerns(e, child) && e.On.Earliest <= today && (last is null || e.On.Earliest >= last.On.Earliest)) last = e;
        return last is not null && last.Kind == rule.Event ? First(family, rule, child, today) : null;
    }

    /// <summary>Of the same event again and again without its end, the first counts.</summary>
    private static DateOnly? First(FamilyState family, EligibilityRule rule, MemberId child, DateOnly today)
    {
        DateOnly? first = null;
        foreach (var e in family.CaseEvents.Where(e => e.On.Earliest <= today && Concerns(e, child)).OrderBy(e => e.On.Earliest))
        {
            if (e.Kind == rule.Until) first = null;
            else if (e.Kind == rule.Event) first ??= e.On.Earliest;
        }
        return first;
    }

    /// <summary>A death, an adoption, a removal and a return are of one child: where none is named it may have been anybody's.</summary>
    private static bool Concerns(CaseEvent e, MemberId child) =>
        e.Child is { } named ? named == child : e.Kind is not (CaseEventKind.Death or CaseEventKind.Adoption or CaseEventKind.Removal or CaseEventKind.Return);
}
