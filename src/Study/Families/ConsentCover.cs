using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What a child's age and own word add to the consents of a family.</summary>
public static class ConsentCover
{
    /// <summary>The age from which a young person decides for themselves.</summary>
    public const int DecidesFrom = 16;

    /// <summary>
    /// Whether a form is covered on a day: by consent for the scope and wave, and where the child is to be asked, by nothing that the child said against it, and
    /// from 16 on by the young person's own consent.
    /// </summary>
    public static bool Covers(this FamilyState family, ConsentScope scope, MemberId? subject, MemberId? respondent, WaveCode wave, DateOnly day) =>
        family.Consents.Cover(scope, subject, respondent, day, wave)
        && (scope != ConsentScope.ChildInterview || subject is not { } child || !(family.HasDeclined(child, wave, day) || family.MustDecide(child, scope, day)));

    /// <summary>Whether a child is certainly of the age to decide for themselves.</summary>
    public static bool Decides(this Member child, DateOnly day) => child is { Role: MemberRole.Child, Birth: { } born } && born.AgeOn(day).Least >= DecidesFrom;

    /// <summary>Whether a young person's own consent for a scope is still to be asked for.</summary>
    public static bool MustDecide(this FamilyState family, MemberId child, ConsentScope scope, DateOnly day)
    {
        if (family.Member(child) is not { } member || !member.Decides(day)) return false;
        foreach (var c in family.Consents) if (c.Scope == scope && c.About == child && c.GivenBy == child.ToString() && c.CoversOn(day)) return false;
        return true;
    }

    /// <summary>The child's last word about a wave on a day.</summary>
    public static Assent? AssentOf(this FamilyState family, MemberId child, WaveCode wave, DateOnly day)
    {
        Assent? last = null;
        foreach (var a in family.Assents) if (a.Child == child && a.On <= day && (a.Wave is null || a.Wave == wave) && (last is null || a.On >= last.On)) last = a;
        return last;
    }

    /// <summary>
    /// Since when it is to be checked who holds parental responsibility for a child: since a removal that no check and no return has followed; <c>null</c> where
    /// there is nothing to check.
    /// </summary>
    public static DateOnly? ResponsibilityOpenSince(this FamilyState family, MemberId child)
    {
        DateOnly? since = null;
        foreach (var e in family.CaseEvents)
            if (e.Kind == CaseEventKind.Removal && (e.Child is null || e.Child == child) && (since is null || e.On.Earliest > since)) since = e.On.Earliest;
        if (since is not { } removed) return null;
        foreach (var e in family.CaseEvents) if (e.Kind == CaseEventKind.Return && (e.Child is null || e.Child == child) && e.On.Earliest > removed) return null;
        foreach (var r in family.Responsibilities) if (r.Child == child && r.On >= removed) return null;
        return removed;
    }

    private static bool HasDeclined(this FamilyState family, MemberId child, WaveCode wave, DateOnly day) => family.AssentOf(child, wave, day) is { Given: false };
}
