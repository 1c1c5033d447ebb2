using System.Diagnostics;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>Refusals as the API says them: <c>application/problem+json</c> with the code, the sentence and the fields at fault.</summary>
public static class Problems
{
    public static int Status(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static IResult ToProblem(this Refusal refusal) => Of(refusal.Status(), refusal.Code, refusal.Sentence, refusal.Faults);

    /// <summary>The accepted value as the caller's answer, a refusal as its problem.</summary>
    public static IResult ToResult<T>(this Decision<T> decision, Func<T, IResult> accepted) => decision.Match(accepted, ToProblem);

    internal static IResult Of(int status, string code, string sentence, IReadOnlyCollection<FieldFault>? faults = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code, ["trace"] = Activity.Current?.TraceId.ToString() };
        if (faults is { Count: > 0 }) extensions["faults"] = faults;
        return Results.Problem(title: sentence, statusCode: status, type: $"urn:sos:refusal:{code}", extensions: extensions);
    }
}
