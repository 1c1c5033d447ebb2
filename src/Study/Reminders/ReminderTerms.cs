using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork.Safety;

namespace SosLongitudinal.Study.Reminders;

/// <summary>When reminders are sent and how many at most. Nothing is sent to a family before somebody has switched it on; that an interviewer is not back is told until somebody switches it off.</summary>
[GenerateSerializer, Immutable, Alias("sos.reminder-terms")]
public sealed record ReminderTerms
{
    /// <summary>Whether families are reminded of appointments.</summary>
    [Id(0)] public bool ToFamilies { get; init; }

    /// <summary>Whether coordinators get a digest each day.</summary>
    [Id(1)] public bool Digest { get; init; }

    /// <summary>So many days before an appointment, each an occasion of its own.</summary>
    [Id(2)] public ImmutableArray<int> DaysBefore { get; init; } = [2];

    /// <summary>Local time from which on, and before which, families are written to.</summary>
    [Id(3)] public TimeOnly From { get; init; } = new(9, 0);
    [Id(4)] public TimeOnly Until { get; init; } = new(19, 0);

    /// <summary>Most messages to one person within <see cref="CapDays"/> days.</summary>
    [Id(5)] public int MostPerPerson { get; init; } = 2;
    [Id(6)] public int CapDays { get; init; } = 7;

    /// <summary>Local time of the digest; a day on which nobody could send it is left out.</summary>
    [Id(7)] public TimeOnly DigestAt { get; init; } = new(7, 30);

    /// <summary>Minutes after the planned end of a visit at which whoever went is expected back.</summary>
    [Id(8)] public int BackWithin { get; init; } = VisitWatch.UsualMargin;

    /// <summary>Whether a site's coordinators are written to once where somebody is not back, or nothing was heard of a visit.</summary>
    [Id(9)] public bool Overdue { get; init; } = true;

    public bool IsSameAs(ReminderTerms other) => this with { DaysBefore = [] } == other with { DaysBefore = [] } && DaysBefore.SequenceEqual(other.DaysBefore);
}

/// <summary>What a reminder says in one language. Placeholders: <c>{day}</c>, <c>{time}</c>, <c>{how}</c>, <c>{minutes}</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.reminder-wording")]
public sealed record ReminderWording([property: Id(0)] string Language, [property: Id(1)] string Subject, [property: Id(2)] string Text)
{
    public static ReminderWording Usual { get; } = new("en", "Your appointment on {day}",
        "Hello,\n\nThis is to remind you of our appointment on {day} at {time}, {how}.\n\nIf the time no longer suits you, please tell the person you arranged it with.\n\nThank you.");

    public string Fill(string text, string day, string time, string how, int minutes) => text
        .Replace("{day}", day, StringComparison.Ordinal).Replace("{time}", time, StringComparison.Ordinal).Replace("{how}", how, StringComparison.Ordinal)
        .Replace("{minutes}", minutes.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>Terms and wordings of the study.</summary>
[GenerateSerializer, Immutable, Alias("sos.reminder-plan")]
public sealed record ReminderPlan
{
    [Id(0)] public ReminderTerms Terms { get; init; } = new();
    [Id(1)] public ImmutableArray<ReminderWording> Wordings { get; init; } = [ReminderWording.Usual];

    /// <summary>In the language asked for, else the first that was declared.</summary>
    public ReminderWording WordingIn(string language) => Wordings.FirstOrDefault(w => w.Language == language) ?? Wordings[0];
}
