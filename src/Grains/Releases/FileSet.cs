using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Apache.Arrow;
using SosLongitudinal.Extracts.Codebooks;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>A file that is ready to be written, once.</summary>
/// <param name="Write">Gives the number of rows, of a table.</param>
internal sealed record SetFile(string Name, Func<PipeWriter, CancellationToken, Task<long?>> Write)
{
    public string? Format { get; init; }
    public int Shortened { get; init; }
}

/// <summary>The files of a release, from rows laid down once: each format, its codebook and programs that read it, and the recipe. The same rows give the same bytes.</summary>
internal sealed class FileSet : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly RecipeTake take;
    private readonly AnonymityCount anonymity;
    private readonly FrequencyReport frequencies;
    private readonly List<ReadyTable> ready = [];

    private FileSet(RecipeTake take, TableSpool rows, AnonymityCount anonymity, FrequencyReport frequencies) => (this.take, Rows, this.anonymity, this.frequencies) = (take, rows, anonymity, frequencies);

    public TableSpool Rows { get; }

    public Anonymity? Anonymity => anonymity.Found();

    public static async Task<FileSet> Lay(RecipeTake take, CancellationToken cancellation)
    {
        var (count, frequencies) = (new AnonymityCount(take.Table.Columns, take.Plan.Recipe.Privacy), new FrequencyReport(take.Table));
        return new(take, await TableSpool.Fill(take.Messages, See, cancellation), count, frequencies);

        void See(RecordBatch batch)
        {
            count.See(batch);
            if (take.Plan.Recipe.Profile == ArchiveProfile.Name) frequencies.See(batch);
        }
    }

    /// <summary>Makes every format ready before any is written; answers what one of them cannot hold.</summary>
    public async Task<Refusal?> MakeReady(CancellationToken cancellation)
    {
        foreach (var choice in take.Plan.Choices)
        {
            var labels = take.Plan.Recipe.Cells == "labels" && LabelCells.AppliesTo(choice.Format) ? new LabelCells(take.Table) : null;
            var table = labels?.Table ?? take.Table;
            var decided = await TableFiles.Ready(table, Read(labels, cancellation), choice, cancellation);
            if (decided is not Decision<ReadyFile>.Accepted { Value: var file }) return ((Decision<ReadyFile>.Refused)decided).Why;
            ready.Add(new(choice, table, labels, file));
        }
        return null;
    }

    public async IAsyncEnumerable<SetFile> Files([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (choice, table, labels, file) in ready)
        {
            var name = take.FileName(choice.Format);
            yield return new SetFile(name, async (output, stop) => await file.Write(output, stop)) { Format = choice.Format.Name, Shortened = file.Report.Entries.Length };
            var book = await Codebook.Of(table, Read(labels, cancellation), choice, name, cancellation);
            foreach (var beside in Beside(book, choice)) yield return beside;
        }
        if (take.Plan.Recipe.Profile == ArchiveProfile.Name) yield return Text("frequencies.csv", frequencies.Write);
        yield return Text("recipe.json", writer => writer.Write(RecipeText.Json(take.Plan.Recipe)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in ready) await table.File.DisposeAsync();
        await Rows.DisposeAsync();
    }

    private IAsyncEnumerable<byte[]> Read(LabelCells? labels, CancellationToken cancellation) => labels is null ? Rows.Read(cancellation) : labels.Of(Rows.Read(cancellation), cancellation);

    private static IEnumerable<SetFile> Beside(Codebook book, FileChoice choice)
    {
        yield return Written($"{book.FileName}.ddi.xml", output => DdiCodebook.Write(book, output));
        yield return Text($"{book.FileName}.html", writer => HtmlCodebook.Write(book, writer));
        if (choice.Format != FileFormat.Csv && choice.Format != FileFormat.Tsv) yield break;
        foreach (var syntax in SetupSyntax.All) yield return Text($"{book.FileName}.{syntax.Name}", writer => syntax.Write(book, writer));
    }

    private static SetFile Text(string name, Action<TextWriter> write) => Written(name, output =>
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    });

    private static SetFile Written(string name, Action<Stream> write) => new(name, async (output, stop) =>
    {
        var made = new MemoryStream();
        write(made);
        await output.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length), stop);
        return null;
    });

    private sealed record ReadyTable(FileChoice Choice, FileTable Table, LabelCells? Labels, ReadyFile File);
}
