using System.CommandLine;
using System.Text;
using Sylvan.Data.Csv;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Commands;

/// <summary><c>sos score INSTRUMENT &lt; in.csv &gt; out.csv</c>: the study's own scoring for any table of answers.</summary>
public static class ScoreCommand
{
    private const int Done = 0, Refused = 1, WrongUsage = 2;

    public static Command Build()
    {
        var instrument = new Argument<string>("instrument") { Description = "Which instrument the columns belong to, such as sdq-p-4-17." };
        var missing = new Option<string?>("--missing") { Description = "Further codes that mean no answer, such as 7,9,99,. (empty always does; 8 then counts as well where it means not applicable)." };
        var strict = new Option<bool>("--strict") { Description = "Score a scale only where all its items are answered." };
        var from = new Option<FileInfo?>("--in") { Description = "Read this file instead of standard input." };
        var to = new Option<FileInfo?>("--out") { Description = "Write this file, whole or not at all, instead of standard output." };
        var command = new Command("score", "Add scores and bands to a CSV file whose columns are item names. Rows are counted as a spreadsheet does: the header is row 1.")
        {
            instrument, missing, strict, from, to,
        };
        command.SetAction(parsed =>
        {
            var request = new ScoreRequest(parsed.GetValue(instrument)!, parsed.GetValue(missing), parsed.GetValue(strict), parsed.GetValue(to)?.FullName);
            if (parsed.GetValue(from) is { Exists: false } absent) return Say(Console.Error, WrongUsage, $"There is no file {absent.FullName}.");
            using var input = parsed.GetValue(from)?.OpenRead() ?? Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            return Run(request, input, output, Console.Error);
        });
        return command;
    }

    /// <returns>The exit code: 0 done, 1 refused with a line for each fault, 2 wrong usage. Without 0 nothing was written.</returns>
    public static int Run(ScoreRequest request, Stream input, Stream output, TextWriter error)
    {
        if (InstrumentShelf.Library.Find(new InstrumentId(request.Instrument)) is not { Scales.IsEmpty: false } definition)
        {
            var known = InstrumentShelf.Library.Newest.Where(d => !d.Scales.IsEmpty).Select(d => d.Id);
            return Say(error, WrongUsage, $"There is no instrument '{request.Instrument}' with scores. These are known: {string.Join(", ", known)}.");
        }
        var missing = MissingCodes.Of(definition, request.Missing);
        if (missing.Clash is { } clash) return Say(error, WrongUsage, clash);
        try
        {
            using var spool = ScoreSpool.For(request.Out);
            using var reader = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
            var plan = ScorePlan.Of(definition, request.Strict ? MissingItemRule.Strict : MissingItemRule.Published);
            if (!ScoreTable.Score(definition, plan, missing, reader, spool.Writer, error)) return Refused;
            foreach (var line in missing.Report()) error.WriteLine(line);
            spool.Commit(output);
            return Done;
        }
        catch (DecoderFallbackException)
        {
            return Say(error, Refused, "The file is not UTF-8 text. Save it as CSV UTF-8 and try again.");
        }
        catch (CsvMissingHeadersException)
        {
            return Say(error, Refused, "The file is empty. Its first row must name the columns.");
        }
        catch (CsvRecordTooLargeException)
        {
            return Say(error, Refused, "A row is longer than 16 million characters. Most likely a quote is not closed.");
        }
        catch (CsvFormatException fault)
        {
            return Say(error, Refused, $"row {fault.RowNumber + 1}: a quote is not closed, or stands alone where it should be doubled.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Say(error, Refused, $"The scores could not be written: {fault.Message}");
        }
    }

    private static int Say(TextWriter error, int exit, string sentence)
    {
        error.WriteLine(sentence);
        return exit;
    }
}

/// <param name="Missing">Comma-separated codes, or none.</param>
/// <param name="Out">The file to write; standard output where absent.</param>
public sealed record ScoreRequest(string Instrument, string? Missing = null, bool Strict = false, string? Out = null);
