using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SosLongitudinal.Extracts.Redcap;

namespace SosLongitudinal.Web.Api.Redcap;

/// <summary>Rows of texts as csv or json, sent as they are read. After the first byte a fault breaks the connection off, so that nobody takes a part for the whole.</summary>
public sealed partial class RedcapAnswer(string format, char delimiter, IEnumerable<string> header, IAsyncEnumerable<string[]> rows) : IResult
{
    private const int Enough = 1 << 15;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>REDCap gives one thing as an object and several as a list.</summary>
    public bool IsOne { get; init; }

    internal static RedcapAnswer Of(RedcapRequest request, RedcapTable table, bool isOne = false) => new(request.Format, request.Delimiter, table.Columns, Each(table.Rows)) { IsOne = isOne };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var stop = httpContext.RequestAborted;
        await using var read = rows.GetAsyncEnumerator(stop);
        var any = await read.MoveNextAsync();
        httpContext.Response.ContentType = format == "json" ? "application/json; charset=utf-8" : "text/csv; charset=utf-8";
        try
        {
            await httpContext.Response.StartAsync(stop);
            await (format == "json" ? Json(read, any, httpContext.Response.BodyWriter, stop) : Csv(read, any, httpContext.Response.BodyWriter, stop));
        }
        catch (Exception fault)
        {
            if (!stop.IsCancellationRequested) BrokenOff(httpContext.RequestServices.GetRequiredService<ILogger<RedcapAnswer>>(), fault);
            httpContext.Abort();
        }
    }

    private async Task Csv(IAsyncEnumerator<string[]> read, bool any, PipeWriter body, CancellationToken stop)
    {
        var text = new StringBuilder();
        Line(text, header);
        for (var more = any; more; more = await read.MoveNextAsync())
        {
            Line(text, read.Current);
            if (text.Length > Enough) await Flush(text, body, stop);
        }
        await Flush(text, body, stop);
    }

    private void Line(StringBuilder text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) text.Append(delimiter);
            first = false;
            if (cell.Contains(delimiter) || cell.AsSpan().IndexOfAny("\"\r\n") >= 0) text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(cell);
        }
        text.Append('\n');
    }

    private static async Task Flush(StringBuilder text, PipeWriter body, CancellationToken stop)
    {
        foreach (var chunk in text.GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, body);
        text.Clear();
        await body.FlushAsync(stop);
    }

    private async Task Json(IAsyncEnumerator<string[]> read, bool any, PipeWriter body, CancellationToken stop)
    {
        string[] names = [.. header];
        var instance = Array.IndexOf(names, RedcapProject.InstanceColumn);
        await using var json = new Utf8JsonWriter(body, Plain);
        if (!IsOne) json.WriteStartArray();
        var sent = 0L;
        for (var more = any; more; more = await read.MoveNextAsync())
        {
            json.WriteStartObject();
            for (var i = 0; i < names.Length; i++)
            {
                if (i == instance && read.Current[i].Length > 0) json.WriteNumber(names[i], int.Parse(read.Current[i], CultureInfo.InvariantCulture));
                else json.WriteString(names[i], read.Current[i]);
            }
            json.WriteEndObject();
            if (json.BytesCommitted + json.BytesPending - sent <= Enough) continue;
            await json.FlushAsync(stop);
            await body.FlushAsync(stop);
            sent = json.BytesCommitted;
        }
        if (!IsOne) json.WriteEndArray();
        await json.FlushAsync(stop);
        await body.FlushAsync(stop);
    }

    private static async IAsyncEnumerable<string[]> Each(IEnumerable<string[]> rows)
    {
        await Task.CompletedTask;
        foreach (var row in rows) yield return row;
    }

    [LoggerMessage(1, LogLevel.Error, "The records broke off.")]
    private static partial void BrokenOff(ILogger log, Exception fault);
}
