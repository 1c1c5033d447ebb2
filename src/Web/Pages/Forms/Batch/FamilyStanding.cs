using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>What became of a family that whoever keys its form should know first. Nothing of it stops them: whether a form can stand follows from its own date.</summary>
public static class FamilyStanding
{
    public static ImmutableArray<string> Of(FamilyState family, StudyFrame frame, BatchOf batch, Party subject, Party? respondent, DateOnly today)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var death in family.CaseEvents.Where(e => e.Kind == CaseEventKind.Death && (e.Child is null || e.Child == subject.Member)))
            notes.Add($"{(death.Child is { } child && family.Member(child) is { } who ? who.Words() : "Somebody in the family")} died ({death.On.Words()}).");
        foreach (var gone in new[] { subject, respondent ?? Party.Family }.Distinct().Select(p => p.Member is { } id ? family.Member(id) : null))
            if (gone?.Left is { } left) notes.Add($"{gone.Words()} left the family ({left.Words()}){(NowIn(family, gone) is { } elsewhere ? $" and is in family {elsewhere} now" : "")}.");
        if (family.EndedOn is { } ended) notes.Add($"The family's part in the study ended on {ended.Words()}{(family.EndReason is { } why ? $" ({why.Words().ToLowerInvariant()})" : "")}. A form filled in later cannot be kept.");
        else if (Consent(family, batch, subject, respondent, today) is { } said) notes.Add(said);
        if (family.Sites is { Length: > 1 } sites) notes.Add($"The family moved to {frame.Sites.GetValueOrDefault(sites[^1].Site)?.Name ?? $"{sites[^1].Site}"} ({sites[^1].From.Words()}).");
        return notes.DrainToImmutable();
    }

    private static string? Consent(FamilyState family, BatchOf batch, Party subject, Party? respondent, DateOnly today)
    {
        var scope = batch.Instrument.Consent;
        if (family.Covers(scope, subject.Member, respondent?.Member, batch.Wave.Code, today)) return null;
        var from = family.Consents.Where(c => c.Scope == scope && c.WithdrawnFrom is not null).Select(c => c.WithdrawnFrom).Max();
        if (from is not { } day) return $"Consent is not recorded ({scope.Words().ToLowerInvariant()}). It must be before this form can be kept.";
        var isUsed = family.Consents.AllowUse(scope, subject.Member, respondent?.Member, today);
        return $"Consent was withdrawn from {day.Words()}. A form filled in since cannot be kept{(isUsed ? "" : ", and what an earlier one says is not used any more")}.";
    }

    private static Study.Kernel.FamilyId? NowIn(FamilyState family, Member gone) =>
        family.Links.LastOrDefault(l => l.Kind is FamilyLinkKind.SplitInto && l.Members.Any(m => m.From == gone.Id))?.Family;
}
