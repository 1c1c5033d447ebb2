namespace SosLongitudinal.Study.Instruments;

/// <summary>What a form's expressions mean by <c>today()</c> and <c>now()</c>: the day on which it was filled in, and wall time in the study's time zone.</summary>
public readonly record struct FormMoment(DateOnly Today, DateTime Now)
{
    /// <summary>A form of which only the day is known.</summary>
    public static FormMoment On(DateOnly day) => new(day, day.ToDateTime(TimeOnly.MinValue));
}
