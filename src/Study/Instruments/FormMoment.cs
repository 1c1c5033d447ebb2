namespace SosLongitudinal.Study.Instruments;

/// <summary>What a form's expressions mean by <c>today()</c> and <c>now()</c>: the day on which it was filled in, and wall time in the study's time zone.</summary>
public readonly record struct FormMoment(DateOnly Today, DateTime Now)
{
    /// <summary>The language in which a person is told what does not fit; absent: the definition's own.</summary>
    public string? Language { get; init; }

    /// <summary>A form of which only the day is known.</summary>
    public static FormMoment On(DateOnly day, string? language = null) => new(day, day.ToDateTime(TimeOnly.MinValue)) { Language = language };
}
