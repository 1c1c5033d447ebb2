using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CsCheck;
using SosLongitudinal.Extracts.Codebooks;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Extracts.Files;
using SosLongitudinal.Tests.Extracts.Readers;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Codebooks;

public sealed class CodebookTests
{
    private static readonly XNamespace Ddi = "ddi:codebook:2_5";
    private static readonly string? Schema = SharedData.Files("ddi-codebook-2.5", "ddi_codebook_2_5.xsd").FirstOrDefault();
    private static readonly FileFormat[] Formats = [FileFormat.Csv, FileFormat.Sav, FileFormat.Dta, FileFormat.Parquet];

    private static readonly TableSketch Small = new("small", [
        new(new("family", "Family", ColumnType.Id), "F1", "F2", "F3", "F4"),
        new(new("happy", "Is happy, \"mostly\"", ColumnType.Code) { Values = [new("0", "Not true"), new("1", "It's so")] }, 0, 1, 1, MissingReason.Refused),
        new(new("stage", "Stage", ColumnType.Text) { Values = [new("in", "Within"), new("out", "Gone")] }, "in", "out", MissingReason.NotDue, "in"),
        new(new("on", "Day", ColumnType.Date), new DateOnly(2026, 2, 28), MissingReason.NotDue, new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1)),
        new(new("note", "Note", ColumnType.Text), "a, \"b\"", "c", "d", MissingReason.NotStated),
    ]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ddi_is_valid_by_the_published_schema_and_lists_every_variable_of_its_file()
    {
        var schemas = Schema is null ? null : Schemas(Schema);
        if (schemas is null) TestContext.Current.SendDiagnosticMessage(SharedData.Absent("ddi-codebook-2.5"));
        await Files.Some.Table.SampleAsync(async sketch =>
        {
            foreach (var format in Formats)
            {
                var book = await Codebook.Of(sketch.Table, sketch.Messages(), new(format) { Missing = MissingStyle.Codes }, "t." + format.Name, Cancel);
                var xml = Written(book);
                if (schemas is not null) xml.Validate(schemas, (_, fault) => throw fault.Exception);
                Assert.Equal(sketch.Columns.Length, xml.Descendants(Ddi + "var").Count());
                Assert.Equal(book.Variables.Select(v => v.Values.Length), xml.Descendants(Ddi + "var").Select(v => v.Elements(Ddi + "catgry").Count()));
            }
        }, iter: 20, threads: 1);
    }

    [Fact]
    public async Task Values_and_missing_codes_are_listed_as_the_format_holds_them_with_how_often_they_occur()
    {
        async Task<string> Happy(FileChoice choice) =>
            string.Join("; ", (await Codebook.Of(Small.Table, Small.Messages(), choice, "f", Cancel)).Variables[1].Values.Where(v => v.Count > 0).Select(v => $"{v.Value} {v.Label} {v.Count}"));
        Assert.Equal("0 Not true 1; 1 It's so 2; -91 refused 1", await Happy(new(FileFormat.Sav)));
        Assert.Equal("0 Not true 1; 1 It's so 2; .c refused 1", await Happy(new(FileFormat.Dta)));
        Assert.Equal("0 Not true 1; 1 It's so 2; refused refused 1", await Happy(new(FileFormat.Csv) { Missing = MissingStyle.Words }));
        Assert.Equal("0 Not true 1; 1 It's so 2;  no value 1", await Happy(new(FileFormat.Csv)));
    }

    [Fact]
    public async Task The_page_shows_every_variable_and_escapes_what_it_shows()
    {
        var sketch = new TableSketch("t", [new(new("q<1>", "Is <b>bold</b>", ColumnType.Count), 1)]) { Title = "A & B" };
        var page = new StringWriter();
        HtmlCodebook.Write(await Codebook.Of(sketch.Table, sketch.Messages(), new(FileFormat.Sav), "t.sav", Cancel), page);
        Assert.Contains("Is &lt;b&gt;bold&lt;/b&gt;", page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("Name q&lt;1&gt; stands as q_1_", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_of_a_study_has_a_codebook_of_all_its_columns()
    {
        foreach (var dataset in DatasetCatalog.Of(StudySketch.Frame).All)
        {
            var messages = SosLongitudinal.Extracts.ShardProjection.Batches(dataset, Tables.Context(), [new FamilySketch("f1").Interviewed(StudySketch.T1, "2016-02-01").State]).ToAsyncEnumerable();
            var book = await Codebook.Of(FileTable.Of(dataset), messages, new(FileFormat.Dta), "t.dta", Cancel);
            Assert.Equal(dataset.Columns.Length, Written(book).Descendants(Ddi + "var").Count());
        }
    }

    [Fact]
    public async Task R_runs_the_setup_and_has_labels_dates_and_missing_values()
    {
        Assert.SkipUnless(HavenTable.IsThere, HavenTable.Absent);
        using var written = await Setup("r", "t.r");
        await File.AppendAllTextAsync(Path.Combine(written.Folder, "t.r"),
            "cat(nrow(data), class(data$on), format(data$on[1]), attr(data$happy, 'label'), names(attr(data$happy, 'labels'))[2], as.character(data$stage)[2], data$note[1], attr(data$happy, 'na_values')[3], sep = '|', file = 'seen')\n", Cancel);
        await Tool.Run("Rscript", ["--vanilla", "t.r"], written.Folder, Cancel);
        Assert.Equal("4|Date|2026-02-28|Is happy, \"mostly\"|It's so|Gone|a, \"b\"|-91", await File.ReadAllTextAsync(Path.Combine(written.Folder, "seen"), Cancel));
    }

    [Fact]
    public async Task Pspp_runs_the_setup_and_has_labels_dates_and_missing_values()
    {
        Assert.SkipUnless(PsppTable.IsThere, PsppTable.Absent);
        using var written = await Setup("sps", "t.sps");
        await File.AppendAllTextAsync(Path.Combine(written.Folder, "t.sps"), "SAVE OUTFILE='made.sav'.\n", Cancel);
        await Tool.Run("pspp", ["-o", "log.csv", "-O", "format=csv", "t.sps"], written.Folder, Cancel);
        var made = Assert.Single(await PsppTable.Read(written.Folder, ["made.sav"], Cancel)).Columns;
        Assert.Equal(("Is happy, \"mostly\"", "-95 THRU -81", "It's so"), (made[1].Label, made[1].Missing, made[1].Values["1"]));
        Assert.Equal(["02/28/2026", "", "01/01/2025", "01/01/2026"], made[3].Cells.Select(c => c.Trim()));
        Assert.Equal("a, \"b\"", made[4].Cells[0]);
    }

    [Theory]
    [InlineData("do", "label define happy 0 `\"Not true\"' 1 `\"It's so\"'")]
    [InlineData("sas", "0='Not true' 1='It''s so'")]
    public async Task Stata_and_sas_are_told_the_labels(string syntax, string told)
    {
        using var written = await Setup(syntax, "t");
        Assert.Contains(told, await File.ReadAllTextAsync(Path.Combine(written.Folder, "t"), Cancel), StringComparison.Ordinal);
    }

    private static async Task<Written> Setup(string syntax, string name)
    {
        var written = new Written();
        var choice = new FileChoice(FileFormat.Csv) { Missing = MissingStyle.Codes };
        await written.File(Small, choice, "small.csv", Cancel);
        await using var output = new StreamWriter(Path.Combine(written.Folder, name));
        SetupSyntax.Find(syntax)!.Write(await Codebook.Of(Small.Table, Small.Messages(), choice, "small.csv", Cancel), output);
        return written;
    }

    private static XDocument Written(Codebook book)
    {
        using var stream = new MemoryStream();
        DdiCodebook.Write(book, stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    private static XmlSchemaSet Schemas(string schema)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(schema, new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    }
}
