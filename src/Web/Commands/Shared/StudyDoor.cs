using System.CommandLine;
using SosLongitudinal.Storage;
using SosLongitudinal.Web.Shell.Composition;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>What a command does with the study that it was pointed at; returns the exit code.</summary>
internal delegate Task<int> StudyWork(ParseResult parsed, StudyClient study, CancellationToken cancellation);

/// <summary>
/// The one way from a command to a study: a running server (<c>--server</c> and a token), or a data folder that this process opens for itself
/// (<c>--data</c>). Both are asked through the same API, so that no command lets in what the other refuses.
/// </summary>
internal static class StudyDoor
{
    /// <summary>Where a token comes from that is not given on the command line, which others on the machine can read.</summary>
    public const string TokenVariable = "SOS_TOKEN";

    private const string DefaultFolder = "sos-data";

    private static readonly Option<string?> Server = new("--server") { Description = "A running study, such as https://study.example; needs a token." };
    private static readonly Option<string?> Token = new("--token") { Description = $"An access token for --server; better given in the environment variable {TokenVariable}." };
    private static readonly Option<string?> Data = new("--data") { Description = $"The folder that holds the study, where no server runs on it. Default: {DefaultFolder}." };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Say nothing of how far long work has come." };

    /// <summary>Gives a command the options of the door, and what it does behind it.</summary>
    public static Command WithStudy(this Command command, StudyWork work)
    {
        command.Add(Server);
        command.Add(Token);
        command.Add(Data);
        command.Add(Quiet);
        command.SetAction((parsed, cancellation) => Enter(parsed, work, cancellation));
        return command;
    }

    private static async Task<int> Enter(ParseResult parsed, StudyWork work, CancellationToken cancellation)
    {
        var (server, token) = (parsed.GetValue(Server), parsed.GetValue(Token) ?? Environment.GetEnvironmentVariable(TokenVariable));
        if (WrongUsage(server, token, parsed.GetValue(Data)) is { } sentence) return await Say(sentence, RootCommands.WrongUsage);
        try
        {
            if (server is not null)
            {
                using var there = new StudyClient(new Uri(server), token!, parsed.GetValue(Quiet));
                return await work(parsed, there, cancellation);
            }
            await using var local = await LocalStudy.Open(Path.GetFullPath(parsed.GetValue(Data) ?? DefaultFolder), cancellation);
            using var here = new StudyClient(local.Address, local.Token, parsed.GetValue(Quiet));
            await here.Ready(cancellation);
            return await work(parsed, here, cancellation);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or CannotStartException)
        {
            return await Say(fault.Message, RootCommands.Refused);
        }
        catch (HttpRequestException fault)
        {
            return await Say($"{server ?? "The study"} does not answer: {fault.Message}", RootCommands.Refused);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await Say("Stopped. What was saved stays saved; the same command again goes on from there.", RootCommands.Refused);
        }
    }

    private static string? WrongUsage(string? server, string? token, string? data) =>
        server is null ? null
        : data is not null ? "Use either --server or --data."
        : !Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") ? "--server is an address such as https://study.example."
        : string.IsNullOrWhiteSpace(token) ? $"With --server, give a token: --token, or the environment variable {TokenVariable}. POST /api/v1/tokens issues one."
        : null;

    private static async Task<int> Say(string sentence, int exit)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exit;
    }
}
