using System.Globalization;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Quality;

/// <summary>Rules over one form and what is known of the family on its date.</summary>
internal static class OneFormRules
{
    public const string AfterWithdrawal = "after-withdrawal";

    /// <summary>An answer list carries a form where at least this many items take it.</summary>
    private const int MainList = 10;
    private const int FarFromVisit = 30;

    public static void Check(FamilyLook look, Form form)
    {
        if (look.InstrumentOf(form) is not { } instrument) return;
        Dates(look, form, instrument);
        People(look, form, instrument);
        Answers(look, form, instrument);
    }

    private static void Dates(FamilyLook look, Form form, InstrumentDefinition instrument)
    {
        var (family, on) = (look.Family, form.CompletedOn);
        if (instrument.Track == Track.Interview && family.ConsentedOn is { } consented && on < consented) look.Hit("before-consent", $"Filled in on {Day(on)}, before the consent of {Day(consented)}.", form);
        if (instrument.Track != Track.CaseRecord && family.EndedOn is { } ended && on > ended) look.Hit("after-end", $"Filled in on {Day(on)}, after the family's part ended on {Day(ended)} ({Why(family.EndReason)}).", form);
        if (family.Consents.IsWithdrawn(instrument.Consent, form.Place.Subject.Member, on)) look.Hit(AfterWithdrawal, $"Filled in on {Day(on)}, when the consent that covers it had been withdrawn.", form);
        if (instrument.Track == Track.Interview && WaveWindows.LastVisit(family, form.Place.Wave) is { } visit && Math.Abs(on.DayNumber - visit.DayNumber) is > FarFromVisit and var days)
            look.HitWith($"{visit:O}", "date-from-visit", $"Filled in on {Day(on)}, {days} days from the visit of {Day(visit)}.", form);
    }

    private static void People(FamilyLook look, Form form, InstrumentDefinition instrument)
    {
        foreach (var party in (Party[])[form.Place.Subject, form.Place.Respondent])
            if (party.Member is { } id && look.Family.Member(id) is { } member && !member.IsOn(form.CompletedOn) && member.Left is not null)
                look.Hit("after-leaving", $"{party} had left the family before {Day(form.CompletedOn)}.", form);
        if (instrument.Age is not { } ages || form.Place.Subject.Member is not { } child || look.Family.Member(child)?.Birth is not { } birth) return;
        var (least, most) = birth.AgeOn(form.CompletedOn);
        if (!ages.Contains(least) && !ages.Contains(most)) look.Hit("age-form", $"The child was {(least == most ? $"{least}" : $"{least} or {most}")} on {Day(form.CompletedOn)}; {instrument.Id} is for ages {ages}.", form);
    }

    private static void Answers(FamilyLook look, Form form, InstrumentDefinition instrument)
    {
        var (answered, applicable) = (0, 0);
        for (var i = 0; i < form.Answers.Count; i++)
        {
            if (form.Answers.MissingAt(i) is MissingReason.NotApplicable or MissingReason.NotInVersion) continue;
            applicable++;
            if (form.Answers.MissingAt(i) is null) answered++;
        }
        if (answered * 2 < applicable) look.Hit("mostly-missing", $"{applicable - answered} of {applicable} items that apply have no answer.", form);
        if (MainLists.Of(instrument) is { Length: >= MainList } items && form.Answers.TryCode(items[0], out var first) && Array.TrueForAll(items, i => form.Answers.TryCode(i, out var code) && code == first))
            look.Hit("straight-lining", $"All {items.Length} items of one answer list are answered {first.ToString(CultureInfo.InvariantCulture)}.", form);
    }

    internal static string Day(DateOnly day) => DayWords.Of(day);

    private static string Why(EndReason? reason) => reason switch
    {
        EndReason.Withdrew => "withdrew",
        EndReason.Died => "died",
        EndReason.FoundIneligible => "found not eligible",
        EndReason.MovedOutOfScope => "moved away",
        _ => "completed",
    };
}
