using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>
/// How one cell lies in its column. No cell is null: where there is no value the cell holds the reason, in 16-bit columns as a <see cref="DenseCode"/>, in
/// dictionaries as one of the first entries, in dates as a day before all days. Writers turn reasons into what their format declares as missing.
/// </summary>
public static class Cells
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>How many entries at the head of every dictionary are reasons.</summary>
    public static int Reasons { get; } = MissingReasons.All.Length;

    public static short Dense(int value) => DenseCode.Fits(value) ? (short)value : throw new OverflowException($"{value} does not fit in a column of 16-bit numbers.");

    public static short Dense(MissingReason reason) => DenseCode.Of(reason);

    public static short Dense(int? value, MissingReason otherwise) => value is { } known ? Dense(known) : DenseCode.Of(otherwise);

    public static short Dense(bool value) => value ? (short)1 : (short)0;

    public static short Dense(bool? value, MissingReason otherwise) => value is { } known ? Dense(known) : DenseCode.Of(otherwise);

    /// <summary>The entry of the n-th word of a fixed list.</summary>
    public static int Word(int index) => Reasons + index;

    public static int Word(MissingReason reason) => (int)reason;

    public static bool IsMissingWord(int entry) => entry < Reasons;

    public static int Day(DateOnly day) => day.DayNumber - Epoch;

    public static int Day(MissingReason reason) => int.MinValue + (int)reason;

    public static int Day(DateOnly? day, MissingReason otherwise) => day is { } known ? Day(known) : Day(otherwise);

    public static bool IsMissingDay(int day) => day < int.MinValue + Reasons;

    public static MissingReason ReasonOfDay(int day) => (MissingReason)(day - int.MinValue);

    public static DateOnly DateOf(int day) => DateOnly.FromDayNumber(day + Epoch);
}

/// <summary>A text, or why there is none.</summary>
public readonly record struct TextCell(string? Text, MissingReason Reason)
{
    public static implicit operator TextCell(string text) => new(text, default);

    public static implicit operator TextCell(MissingReason reason) => new(null, reason);
}
