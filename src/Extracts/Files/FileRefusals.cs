using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Files;

public static class FileRefusals
{
    public static Refusal TextTooLong(string column, int bytes, string format, int most) =>
        new("file.text-too-long", $"Column {column} has a text of {bytes} bytes; {format} holds {most} at most, and texts are not cut. Leave the column out, or take CSV, JSON lines, Parquet or Stata.");

    public static Refusal ZeroInText(string column, string format) =>
        new("file.zero-in-text", $"A text in column {column} holds the character zero, at which {format} would end it. Correct the text, or take CSV, JSON lines or Parquet.");

    public static Refusal DateTooEarly(string column, DateOnly day) =>
        new("file.date-too-early", $"Column {column} holds {DayWords.Of(day)}; SPSS knows no day before 15 October 1582. Correct the date, or take another format.");

    public static Refusal TooManyRows(long rows, int most) =>
        new("file.too-many-rows", $"The table has {rows} rows; an Excel sheet holds {most} below its header. Take CSV, which Excel opens too, or another format.");

    public static Refusal TooManyColumns(int columns, int most) =>
        new("file.too-many-columns", $"The table has {columns} columns; an Excel sheet holds {most}. Take CSV or another format.");

    public static Refusal CellTooLong(string column, int most) =>
        new("file.cell-too-long", $"Column {column} has a text that is longer than the {most} characters of an Excel cell, and texts are not cut. Take CSV or another format.");
}
