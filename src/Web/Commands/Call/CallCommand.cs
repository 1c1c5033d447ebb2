using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Call;

/// <summary>
/// <c>sos call</c>: any resource of the API from the command line, at a server or a data folder: what has no command of its own is reached all the same.
/// The answer goes to standard output as JSON.
/// </summary>
internal static class CallCommand
{
    private static readonly string[] Methods = ["get", "post", "put", "delete"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Argument<string> Method = new Argument<string>("method") { Description = "get, post, put or delete." }.AcceptOnlyFromAmong(Methods);
    private static readonly Argument<string> Resource = new("resource") { Description = "What comes after /api/v1/, such as 'queries?state=open'. The API's document names them all." };
    private static readonly Option<FileInfo> Body = new Option<FileInfo>("--body") { Description = "A file that holds the body as JSON." }.AcceptExistingOnly();
    private static readonly Option<string?> Json = new("--json") { Description = "The body as JSON, in place of a file." };
    private static readonly Option<string?> Operation = new("--operation") { Description = "The operation's id: the same id again is the same command. A new one without." };

    public static Command Command() => new Command("call", "Ask for any resource of the API, or send it a command.") { Method, Resource, Body, Json, Operation }.WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var resource = parsed.GetValue(Resource)!.TrimStart('/');
        if (resource.StartsWith("api/v1/", StringComparison.Ordinal)) resource = resource["api/v1/".Length..];
        if (!Uri.TryCreate(resource, UriKind.Relative, out _)) return WrongUsage($"'{resource}' is not a path below /api/v1/.");
        if (parsed.GetValue(Operation) is { } id && !OperationId.TryParse(id, null, out _)) return WrongUsage("--operation is a UUID.");
        var answer = await Ask(parsed, resource, study, cancellation);
        return Said.Of(answer, found => Said.Done(found.ValueKind == JsonValueKind.Undefined ? "Done." : JsonSerializer.Serialize(found, Indented)));
    }

    private static async Task<Decision<JsonElement>> Ask(ParseResult parsed, string resource, StudyClient study, CancellationToken cancellation)
    {
        var method = HttpMethod.Parse(parsed.GetValue(Method)!);
        if (method == HttpMethod.Get) return await study.Get<JsonElement>(resource, cancellation);
        var text = parsed.GetValue(Body) is { } file ? await File.ReadAllTextAsync(file.FullName, cancellation) : parsed.GetValue(Json);
        var operation = parsed.GetValue(Operation) is { } id ? OperationId.Parse(id, null) : OperationId.New();
        try
        {
            return await study.Send<JsonElement>(method, resource, text is null ? null : JsonNode.Parse(text), operation, cancellation);
        }
        catch (JsonException fault)
        {
            return new Refusal("call.not-json", $"The body is not JSON: {fault.Message}");
        }
    }

    private static int WrongUsage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return RootCommands.WrongUsage;
    }
}
