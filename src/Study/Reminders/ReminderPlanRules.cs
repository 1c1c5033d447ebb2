using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Reminders;

/// <summary>What can be said about the study's reminders.</summary>
[RecordKind("sos.reminders")]
[JsonDerivedType(typeof(TermsSet), "reminders.terms-set")]
[JsonDerivedType(typeof(WordingSet), "reminders.wording-set")]
public abstract record ReminderPlanFact
{
    private ReminderPlanFact() { }

    public sealed record TermsSet(ReminderTerms Terms) : ReminderPlanFact;
    public sealed record WordingSet(ReminderWording Wording) : ReminderPlanFact;

    /// <summary>The plan after one more fact; an erased one changes nothing.</summary>
    public static ReminderPlan Fold(ReminderPlan plan, Recorded<ReminderPlanFact> fact) => fact.Content switch
    {
        TermsSet f => plan with { Terms = f.Terms },
        WordingSet f => plan with { Wordings = plan.Wordings.Any(w => w.Language == f.Wording.Language) ? [.. plan.Wordings.Select(w => w.Language == f.Wording.Language ? f.Wording : w)] : plan.Wordings.Add(f.Wording) },
        _ => plan,
    };
}

/// <summary>Decisions about terms and wordings.</summary>
public static partial class ReminderPlanRules
{
    private const int MostLanguages = 20;

    /// <summary>Words that say what a study of families and the authority is about; whoever shares a mailbox may read the message.</summary>
    private static readonly string[] Telling = ["social work", "social care", "child protection", "safeguard", "local authority", "council", "signs of safety", "court", "abuse", "violence"];

    public static Decision<ImmutableArray<ReminderPlanFact>> SetTerms(ReminderPlan plan, ReminderTerms terms) =>
        terms.DaysBefore.IsDefault || terms.DaysBefore.Length > 5 || terms.DaysBefore.Any(d => d is < 0 or > 30) || terms.DaysBefore.Distinct().Count() != terms.DaysBefore.Length ? ReminderRefusals.DaysBefore.At("daysBefore")
        : terms.From >= terms.Until ? ReminderRefusals.Hours.At("until")
        : terms.MostPerPerson is < 1 or > 10 || terms.CapDays is < 1 or > 60 ? ReminderRefusals.Cap.At("mostPerPerson")
        : terms.BackWithin is < 5 or > 240 ? ReminderRefusals.BackWithin.At("backWithin")
        : terms.IsSameAs(plan.Terms) ? Facts.None<ReminderPlanFact>()
        : Facts.Of<ReminderPlanFact>(new ReminderPlanFact.TermsSet(terms));

    public static Decision<ImmutableArray<ReminderPlanFact>> SetWording(ReminderPlan plan, StudyFrame frame, ReminderWording wording)
    {
        if (wording.Language.Length is 0 or > 35) return ReminderRefusals.Language.At("language");
        if (wording.Subject.Trim().Length is 0 or > 80 || wording.Subject.Contains('\n')) return ReminderRefusals.Subject.At("subject");
        if (wording.Text.Trim().Length is 0 or > 1500) return ReminderRefusals.Text.At("text");
        if (!wording.Text.Contains("{day}", StringComparison.Ordinal) || !wording.Text.Contains("{time}", StringComparison.Ordinal)) return ReminderRefusals.NoTime.At("text");
        foreach (var (field, text) in new[] { ("subject", wording.Subject), ("text", wording.Text) })
        {
            if (Braced().Matches(text).Select(m => m.Value).FirstOrDefault(m => m is not ("{day}" or "{time}" or "{how}" or "{minutes}")) is { } unknown) return ReminderRefusals.Placeholder(unknown).At(field);
            if (Told(frame, text) is { } told) return ReminderRefusals.Tells(told).At(field);
        }
        if (plan.Wordings.Contains(wording)) return Facts.None<ReminderPlanFact>();
        if (plan.Wordings.Length >= MostLanguages && plan.Wordings.All(w => w.Language != wording.Language)) return ReminderRefusals.TooManyLanguages;
        return Facts.Of<ReminderPlanFact>(new ReminderPlanFact.WordingSet(wording));
    }

    private static string? Told(StudyFrame frame, string text) =>
        Telling.Append(frame.Design.Title).Concat(frame.Sites.Values.SelectMany(s => new[] { s.Name, s.Code.ToString() })).FirstOrDefault(w => w.Length > 0 && text.Contains(w, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braced();
}

/// <summary>Refusals about reminders. Codes are public and never reworded.</summary>
public static class ReminderRefusals
{
    public static readonly Refusal DaysBefore = new("reminder.days-before", "Give up to five numbers of days before the appointment, each from 0 to 30.");
    public static readonly Refusal Hours = new("reminder.hours", "The hours end after they begin.");
    public static readonly Refusal Cap = new("reminder.cap", "Allow 1 to 10 messages to a person within 1 to 60 days.");
    public static readonly Refusal BackWithin = new("reminder.back-within", "Give 5 to 240 minutes after the planned end.");
    public static readonly Refusal Language = new("reminder.language", "Give the language as a tag such as en or cy.");
    public static readonly Refusal Subject = new("reminder.subject", "Give a subject of at most 80 characters on one line.");
    public static readonly Refusal Text = new("reminder.text", "Give the text, at most 1,500 characters.");
    public static readonly Refusal NoTime = new("reminder.no-time", "Say when the appointment is: use {day} and {time}.");
    public static readonly Refusal TooManyLanguages = new("reminder.languages", "There is wording in 20 languages already.");
    public static readonly Refusal NotDue = new("message.not-due", "This message is not to be sent now.", RefusalKind.Conflict);
    public static readonly Refusal Noted = new("message.noted", "This message was sent already, or may have been.", RefusalKind.Conflict);
    public static readonly Refusal Unknown = new("message.unknown", "There is no such message.", RefusalKind.NotFound);
    public static Refusal Placeholder(string text) => new("reminder.placeholder", $"{text} is not a placeholder. There are {{day}}, {{time}}, {{how}} and {{minutes}}.");
    public static Refusal Tells(string word) => new("reminder.tells", $"The wording names '{word}'. Whoever shares a mailbox may read it: leave out what is studied and where.");
}
