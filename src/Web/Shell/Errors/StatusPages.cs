using Microsoft.AspNetCore.Diagnostics;
using SosLongitudinal.Web.Api.Redcap;

namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>A status in plain words.</summary>
public sealed record StatusWords(int Status, string Title, string Sentence);

/// <summary>Gives a bare status its words: a problem for the API, a page for a person.</summary>
internal static class StatusPages
{
    public static Task Show(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var words = WordsOf(http.Response.StatusCode);
        if (RedcapErrors.IsAt(http)) return RedcapErrors.Write(http, words.Status, words.Sentence);
        return http.Request.Path.StartsWithSegments("/api")
            ? Problems.Of(words.Status, CodeOf(words.Status), words.Sentence).ExecuteAsync(http)
            : Views.Show(http, words.Status, "/Shell/Errors/Status.cshtml", words);
    }

    public static string TitleOf(int status) => WordsOf(status).Title;

    private static StatusWords WordsOf(int status) => status switch
    {
        400 => new(status, "The form could not be read", "Go back, reload the page and send the form again."),
        401 => new(status, "Sign in first", "Send a token with the request: Authorization: Bearer, then the token from POST /api/v1/tokens."),
        403 => new(status, "You may not do this", "Your roles do not include this task. Ask the study's administrator if they should."),
        404 => new(status, "Page not found", "There is no such page, or nothing here that you may know of. Check the address or the id."),
        405 => new(status, "Not possible here", "This address does not take that kind of request."),
        413 => new(status, "Too large", "What was sent is too large."),
        429 => new(status, "Too many tries", "Wait a minute, then try again."),
        503 => new(status, "The study does not answer", "Try again in a few minutes."),
        _ => new(status, "Something went wrong", "It has been logged. Try again; if it happens again, tell the study's administrator."),
    };

    private static string CodeOf(int status) => status switch
    {
        401 => "request.sign-in",
        403 => "request.forbidden",
        404 => "request.not-found",
        405 => "request.method",
        413 => "request.too-large",
        429 => "request.too-many",
        _ => $"request.{status}",
    };
}
