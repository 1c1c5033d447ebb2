using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>A file as it was sent: as the body, or as the first file of a form. No more is read than can be taken.</summary>
public sealed record UploadedFile(string? Name, byte[] Content)
{
    /// <summary>Room for the form around the file.</summary>
    public const int MostBytes = SheetLimits.FileBytes + 64 * 1024;

    public static async Task<Decision<UploadedFile>> Read(HttpRequest request, string? name, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return await Read(request.Body, name, cancellation);
        var form = await request.ReadFormAsync(cancellation);
        return form.Files.Count == 0 ? InstrumentFileRefusals.NoFile : await Read(form.Files[0], cancellation);
    }

    public static async Task<Decision<UploadedFile>> Read(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null) return InstrumentFileRefusals.NoFile;
        await using var stream = file.OpenReadStream();
        return await Read(stream, file.FileName, cancellation);
    }

    private static async Task<Decision<UploadedFile>> Read(Stream stream, string? name, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > SheetLimits.FileBytes) return SheetRefusals.TooLarge;
        }
        return new UploadedFile(Path.GetFileName(name), content.ToArray());
    }
}
