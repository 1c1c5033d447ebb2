using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>What a file's rows are forms of.</summary>
/// <param name="Version">Of the instrument; without one, each row is held against the version in force at the wave on its own date.</param>
/// <param name="Missing">Codes that mean no answer.</param>
/// <param name="Reason">Why forms are kept that the design does not ask for, where a row gives no reason.</param>
public sealed record ResponsesOf(InstrumentId Instrument, WaveCode Wave, int? Version = null, string? Missing = null, string? Reason = null);

/// <summary>How files of responses are read in this study.</summary>
public static class ResponseFiles
{
    public const long MostBytes = 256L << 20;

    public static async Task<Decision<ResponseFile>> Read(Stream csv, StudyFrame frame, ResponsesOf of, CancellationToken cancellation) =>
        Reading(frame, of) switch
        {
            Decision<ResponseReading>.Refused(var why) => why,
            Decision<ResponseReading>.Accepted(var reading) => await ResponseFile.Read(csv, reading, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The rows that cannot be taken, as a file to correct and send again.</summary>
    internal static async Task<Decision<byte[]>> Faulty(byte[] content, StudyFrame frame, ResponsesOf of, ResponseImport import, Person person, CancellationToken cancellation)
    {
        var read = await Read(new MemoryStream(content), frame, of, cancellation);
        if (read is Decision<ResponseFile>.Refused(var why)) return why;
        return await ResponseFile.Faulty(new MemoryStream(content), await import.Faults(((Decision<ResponseFile>.Accepted)read).Value, of.Wave, person, cancellation), cancellation);
    }

    /// <summary>What quality rules find in the rows, as a file.</summary>
    internal static async Task<Decision<byte[]>> Warnings(byte[] content, StudyFrame frame, ResponsesOf of, ResponseImport import, Person person, CancellationToken cancellation)
    {
        var read = await Read(new MemoryStream(content), frame, of, cancellation);
        if (read is Decision<ResponseFile>.Refused(var why)) return why;
        return ImportWarnings.Csv(await import.Warnings(((Decision<ResponseFile>.Accepted)read).Value, of.Wave, person, cancellation));
    }

    /// <summary>The newest version's file without rows.</summary>
    public static Decision<string> Empty(StudyFrame frame, InstrumentId instrument) => frame.Shelf.Find(instrument) switch
    {
        null => FormRefusals.UnknownInstrument(instrument),
        { Subject: InstrumentSubject.Worker or InstrumentSubject.Site } => ImportRefusals.NotOfFamilies(instrument),
        var newest => ResponseFile.Empty(newest),
    };

    private static Decision<ResponseReading> Reading(StudyFrame frame, ResponsesOf of)
    {
        var (instrument, wave, version, missing, reason) = of;
        if (frame.Design.Wave(wave) is null) return StudyRefusals.UnknownWave(wave);
        var newest = version is { } number ? frame.Shelf.Find(instrument, number) : frame.Shelf.Find(instrument);
        if (newest is null) return FormRefusals.UnknownInstrument(instrument);
        if (newest.Subject is InstrumentSubject.Worker or InstrumentSubject.Site) return ImportRefusals.NotOfFamilies(instrument);
        if (MissingCodes.Of(newest, missing).Clash is { } clash) return ResponseRefusals.MissingCodes(clash);
        return new ResponseReading(version is null ? day => frame.InForce(instrument, wave, day) : _ => newest, missing, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }
}
