using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using SosLongitudinal.Web.Api.Redcap;

namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>Answers a fault: logged once with its trace id, worded for the API or for a person, who keeps what they typed.</summary>
internal sealed partial class FaultResponses(ILogger<FaultResponses> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (http.RequestAborted.IsCancellationRequested) return true; // nobody is left to answer
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        var fault = Fault.Of(exception, changes);
        if (fault.IsOurs) Faulted(http.Request.Method, http.Request.Path, Activity.Current?.TraceId.ToString(), exception);

        if (RedcapErrors.IsAt(http))
        {
            await RedcapErrors.Write(http, fault.Status, fault.Sentence);
            return true;
        }
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            await Problems.Of(fault.Status, fault.Code, fault.Sentence).ExecuteAsync(http);
            return true;
        }
        if (fault.IsOurs && await KeptValues.From(http) is { } kept)
        {
            await Views.Show(http, fault.Status, "/Shell/Errors/SendAgain.cshtml", new SendAgain(fault.Sentence, kept));
            return true;
        }
        await Views.Show(http, fault.Status, "/Shell/Errors/Status.cshtml", new StatusWords(fault.Status, StatusPages.TitleOf(fault.Status), fault.Sentence));
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed (trace {Trace}).")]
    private partial void Faulted(string method, PathString path, string? trace, Exception fault);
}

/// <summary>A fault's sentence and what was typed, for the page that offers to send it again.</summary>
public sealed record SendAgain(string Sentence, KeptValues Kept);
