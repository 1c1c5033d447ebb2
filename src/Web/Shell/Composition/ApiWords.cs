using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>What the API's document says of itself: its name, how one signs in, and what every answer may be.</summary>
internal static class ApiWords
{
    public static OpenApiOptions AddWords(this OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "SosLongitudinal",
            Version = "v1",
            Description = "Families, forms, fieldwork and extracts of one longitudinal study. Get a token from POST /api/v1/tokens and send it as 'Authorization: Bearer'. "
                + "Commands take an 'Idempotency-Key' of at most 64 characters: sent again it means the same command. Refusals are application/problem+json with a stable code, "
                + "a sentence that says what to do, and the fields at fault.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        return Task.CompletedTask;
    });
}
