using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What has to be asked or done about consent.</summary>
public enum ConsentCheckKind
{
    /// <summary>A child was removed: who holds parental responsibility?</summary>
    Responsibility = 0,
    /// <summary>Somebody has turned 16 and was not asked for their own consent yet.</summary>
    OwnConsent = 1,
    /// <summary>A child is to be asked at an open wave and has not said yes or no to it.</summary>
    Assent = 2,
    /// <summary>Consent was withdrawn to full erasure, which is not carried out yet.</summary>
    Erasure = 3,
}

/// <summary>One thing to be asked or done, and since when; <see cref="Member"/> is <c>null</c> where it concerns the family.</summary>
[GenerateSerializer, Immutable, Alias("sos.consent-check")]
public sealed record ConsentCheck([property: Id(0)] ConsentCheckKind Kind, [property: Id(1)] MemberId? Member, [property: Id(2)] DateOnly Since);

/// <summary>What has to be asked or done about a family's consents on a day. Nothing of it is stored: it follows from events, ages and consents.</summary>
public static class ConsentChecks
{
    public static IEnumerable<ConsentCheck> Of(StudyFrame frame, FamilyState family, DateOnly today)
    {
        if (family.ErasedOn is not null) yield break;
        foreach (var asked in family.Consents.Where(c => c.Extent == WithdrawalExtent.FullErasure && c.WithdrawnFrom <= today).GroupBy(c => c.About))
            if (asked.Key is not { } member || family.Member(member) is { ErasedOn: null }) yield return new(ConsentCheckKind.Erasure, asked.Key, asked.Min(c => c.WithdrawnFrom!.Value));
        if (family.Stage is Stage.Ended or < Stage.Consented) yield break;
        foreach (var child in family.Members.Where(m => m.Role == MemberRole.Child && m.ErasedOn is null && m.IsOn(today)))
        {
            if (family.ResponsibilityOpenSince(child.Id) is { } removed) yield return new(ConsentCheckKind.Responsibility, child.Id, removed);
            if (child.Decides(today)) { if (!HasDecided(family, child.Id)) yield return new(ConsentCheckKind.OwnConsent, child.Id, Turned(child)); }
            else if (AssentSince(frame, family, child, today) is { } opened) yield return new(ConsentCheckKind.Assent, child.Id, opened);
        }
    }

    /// <summary>Whether a young person has said anything themselves: a consent of their own, or a withdrawal.</summary>
    private static bool HasDecided(FamilyState family, MemberId child) => family.Consents.Any(c => c.About == child && c.GivenBy == child.ToString());

    private static DateOnly Turned(Member child) => new DateOnly(child.Birth!.Value.Year + ConsentCover.DecidesFrom, child.Birth.Value.Month, 1).AddMonths(1);

    private static DateOnly? AssentSince(StudyFrame frame, FamilyState family, Member child, DateOnly today)
    {
        foreach (var wave in frame.Design.Waves)
        {
            if (!frame.Design.Schedule.Any(r => r.IsAt(wave.Code) && AsksTheChild(frame, r) && IsOfAge(r, child, today))) continue;
            if (WaveWindows.Of(frame.Design, family, wave) is not { } window || today < window.Opens || today > window.Closes) continue;
            if (!family.IsStudyChild(frame.Design, child) || !family.Consents.Cover(ConsentScope.ChildInterview, child.Id, child.Id, today, wave.Code)) continue;
            if (family.AssentOf(child.Id, wave.Code, today) is null) return window.Opens;
        }
        return null;
    }

    private static bool AsksTheChild(StudyFrame frame, DueRule rule) => frame.Shelf.Find(rule.Instrument)?.Consent == ConsentScope.ChildInterview;

    private static bool IsOfAge(DueRule rule, Member child, DateOnly day) =>
        child.Birth is { } born && (rule.FromAge is not { } from || born.AgeOn(day).Most >= from) && (rule.ToAge is not { } to || born.AgeOn(day).Most <= to);
}
