using System.IO.Pipelines;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Tests.Extracts.Files;

/// <summary>Files written into a folder that goes when the test is over.</summary>
internal sealed class Written : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("sos-files-").FullName;

    public async Task<ShorteningReport> File(TableSketch sketch, FileChoice choice, string name, CancellationToken cancellation)
    {
        var decided = await TableFiles.Ready(sketch.Table, sketch.Messages(), choice, cancellation);
        await using var ready = decided.Match(file => file, why => throw new InvalidOperationException(why.Sentence));
        await using var stream = System.IO.File.Create(Path.Combine(Folder, name));
        var pipe = PipeWriter.Create(stream);
        Assert.Equal(sketch.Rows, await ready.Write(pipe, cancellation));
        await pipe.CompleteAsync();
        return ready.Report;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
