using System.Text;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>What was uploaded as a file, or else typed.</summary>
internal static class UploadedText
{
    public static async Task<string> Of(IFormFile? file, string typed)
    {
        if (file is not { Length: > 0 }) return typed;
        if (file.Length > 2L * DefinitionUpload.MostCharacters) return new string(' ', DefinitionUpload.MostCharacters + 1); // refused as too long without being read
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public static async Task<byte[]> Bytes(IFormFile? file, string typed)
    {
        if (file is not { Length: > 0 }) return Encoding.UTF8.GetBytes(typed);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public static async Task<Decision<InstrumentDefinition>> Definition(IFormFile? file, string typed) => DefinitionUpload.Of(await Of(file, typed));
}
