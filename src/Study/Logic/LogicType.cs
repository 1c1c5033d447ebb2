namespace SosLongitudinal.Study.Logic;

/// <summary>
/// What an expression gives. Dates, instants and times are numbers to the engine: days since 1 January 1970, with a fraction for the time of day, and a fraction of a day;
/// "no value" is not a number. Choices are the names of what was chosen, with spaces between them.
/// </summary>
public enum LogicType { Empty = 0, Text = 1, Number = 2, Boolean = 3, Date = 4, DateTime = 5, Time = 6, Choices = 7, Nodes = 8 }

internal static class LogicTypes
{
    /// <summary>Whether the engine holds it as a number.</summary>
    public static bool IsNumeric(this LogicType type) => type is LogicType.Number or LogicType.Date or LogicType.DateTime or LogicType.Time;

    public static bool IsCalendar(this LogicType type) => type is LogicType.Date or LogicType.DateTime;

    /// <summary>The type of "one or the other".</summary>
    public static LogicType Or(this LogicType one, LogicType other) => (one, other) switch
    {
        _ when one == other => one,
        (LogicType.Empty, _) => other,
        (_, LogicType.Empty) => one,
        (LogicType.Date, LogicType.DateTime) or (LogicType.DateTime, LogicType.Date) => LogicType.DateTime,
        _ when one.IsNumeric() && other.IsNumeric() => LogicType.Number,
        _ => LogicType.Text,
    };

    /// <summary>To follow "is": <c>a date</c>.</summary>
    public static string Words(this LogicType type) => type switch
    {
        LogicType.Number => "a number",
        LogicType.Boolean => "a condition",
        LogicType.Date => "a date",
        LogicType.DateTime => "a date and time",
        LogicType.Time => "a time",
        LogicType.Choices => "a choice",
        LogicType.Nodes => "an item that repeats",
        _ => "a text",
    };
}
