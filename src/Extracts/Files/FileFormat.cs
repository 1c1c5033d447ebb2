using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Files;

/// <summary>A kind of file that a table can be written as.</summary>
/// <param name="Name">As people and addresses call it; also the end of a file's name.</param>
public sealed record FileFormat(string Name, string ContentType, string Title)
{
    public static FileFormat Csv { get; } = new("csv", "text/csv; charset=utf-8", "CSV");
    public static FileFormat Tsv { get; } = new("tsv", "text/tab-separated-values; charset=utf-8", "TSV");
    public static FileFormat JsonLines { get; } = new("jsonl", "application/jsonl; charset=utf-8", "JSON lines");
    public static FileFormat Parquet { get; } = new("parquet", "application/vnd.apache.parquet", "Parquet");
    public static FileFormat Arrow { get; } = new("arrow", "application/vnd.apache.arrow.file", "Arrow");
    public static FileFormat Sav { get; } = new("sav", "application/x-spss-sav", "SPSS");
    public static FileFormat Zsav { get; } = new("zsav", "application/x-spss-sav", "SPSS, compressed");
    public static FileFormat Dta { get; } = new("dta", "application/x-stata-dta", "Stata");
    public static FileFormat Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel");

    public static ImmutableArray<FileFormat> All { get; } = [Csv, Tsv, JsonLines, Parquet, Arrow, Sav, Zsav, Dta, Xlsx];

    public static FileFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
