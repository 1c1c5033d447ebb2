using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Imports.Responses;

/// <summary>What the page of filled forms refuses before the file is read.</summary>
internal static class UploadRefusals
{
    public static readonly Refusal NoFile = new Refusal("upload.no-file", "Choose a CSV file or a workbook.").At("Csv");
    public static readonly Refusal Gone = new Refusal("upload.gone", "The file is no longer held here. Choose it again.").At("Csv");
    public static readonly Refusal Instrument = new Refusal("upload.instrument", "Choose which instrument the rows are forms of.").At("Instrument");
    public static readonly Refusal Wave = new Refusal("upload.wave", "Choose the wave.").At("Wave");
}
