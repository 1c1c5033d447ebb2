using System.CommandLine;
using System.Net.Sockets;
using SosLongitudinal.Storage;
using SosLongitudinal.Web.Shell;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Composition;

namespace SosLongitudinal.Web.Commands;

/// <summary><c>sos serve</c>: opens the study to browsers and to the API until it is stopped.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "The folder that holds the study. Default: sos-data here, .sos-demo with --demo." };
    private static readonly Option<string> Urls = new("--urls") { Description = "Where to serve.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
    private static readonly Option<string> Store = new Option<string>("--store") { Description = "What keeps the records.", DefaultValueFactory = _ => "sqlite" }.AcceptOnlyFromAmong("sqlite", "azure");
    private static readonly Option<string?> Azure = new("--azure") { Description = "The Azure Storage account, with --store azure: its connection string, or its https address to sign in as this machine's identity." };
    private static readonly Option<string?> Silo = new("--silo") { Description = "Where processes on other machines reach this one, IP or IP:PORT, with --store azure. Default: processes on this machine only." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Load the demo study (synthetic families) and serve on this machine only." };
    private static readonly Option<int> Families = new("--families") { Description = "How many families the demo study has.", DefaultValueFactory = _ => ServeOptions.DemoFamilies };
    private static readonly Option<string?> Template = new("--template") { Description = "Start an empty study from a template, such as signs-of-safety." };

    private static readonly Option<string?> Smtp = new("--smtp") { Description = "The mail server, HOST or HOST:PORT; user and password in SOS_SMTP_USER and SOS_SMTP_PASSWORD. Without it mail lies as files in the data folder." };
    private static readonly Option<string?> MailFrom = new("--mail-from") { Description = "The sender's address, with --smtp." };

    private static readonly Option<string?> Authority = new("--oidc-authority") { Description = $"The OpenID Connect provider whose people may sign in, by its issuer address; the client's secret in {OidcOptions.SecretVariable}." };
    private static readonly Option<string?> ClientId = new("--oidc-client-id") { Description = "What the provider knows this study as, with --oidc-authority." };
    private static readonly Option<string> Provider = new("--oidc-name") { Description = "What people call the provider.", DefaultValueFactory = _ => "your organisation" };
    private static readonly Option<int> PerMinute = new("--requests-per-minute") { Description = "The most API requests of one account from one address.", DefaultValueFactory = _ => 600_000 };

    public static Command Command()
    {
        var command = new Command("serve", "Serve the study on the web.") { Data, Urls, Store, Azure, Silo, Demo, Families, Template, Smtp, MailFrom, Authority, ClientId, Provider, PerMinute };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (WrongUsage(parsed) is not { } sentence) return await Run(Options(parsed), cancellation);
            await Console.Error.WriteLineAsync(sentence);
            return RootCommands.WrongUsage;
        });
        return command;
    }

    private static string? WrongUsage(ParseResult parsed) =>
        parsed.GetValue(Store) == "azure" && string.IsNullOrEmpty(parsed.GetValue(Azure)) ? "With --store azure, give --azure CONNECTION."
        : parsed.GetValue(Silo) is { } silo && (parsed.GetValue(Store) != "azure" || SiloEndpoint.Parse(silo) is null) ? "--silo is an address of this machine such as 10.0.0.4 or 10.0.0.4:11111, with --store azure."
        : !ServeUrls.CanBeServed(parsed.GetValue(Urls)!) ? "--urls is an address such as http://127.0.0.1:5080, or several with a semicolon between them."
        : parsed.GetValue(Demo) && parsed.GetValue(Template) is not null ? "Use either --demo or --template."
        : (parsed.GetValue(Smtp) is null) != (parsed.GetValue(MailFrom) is null) ? "Give --smtp and --mail-from together."
        : (parsed.GetValue(Authority) is null) != (parsed.GetValue(ClientId) is null) ? "Give --oidc-authority and --oidc-client-id together."
        : Oidc(parsed) is { IsSafe: false } ? "--oidc-authority is an https address; http only on this machine."
        : parsed.GetValue(PerMinute) < 1 ? "--requests-per-minute is a number from 1."
        : parsed.GetValue(Families) is < 1 or > 1_000_000 ? "--families is a number from 1 to 1,000,000."
        : parsed.GetValue(Demo) && !LoopbackOnly.IsTrueOf(parsed.GetValue(Urls)!) ? "The demo study is served on this machine only: give a loopback address in --urls."
        : null;

    private static ServeOptions Options(ParseResult parsed) => new()
    {
        Data = Path.GetFullPath(parsed.GetValue(Data) ?? (parsed.GetValue(Demo) ? ".sos-demo" : "sos-data")),
        Urls = parsed.GetValue(Urls)!,
        AzureConnection = parsed.GetValue(Store) == "azure" ? parsed.GetValue(Azure) : null,
        Silo = parsed.GetValue(Silo) is { } silo ? SiloEndpoint.Parse(silo) : null,
        Demo = parsed.GetValue(Demo) ? new(parsed.GetValue(Families)) : null,
        Template = parsed.GetValue(Template),
        RequestsPerMinute = parsed.GetValue(PerMinute),
        Oidc = Oidc(parsed),
        Mail = parsed.GetValue(Smtp) is { } smtp && parsed.GetValue(MailFrom) is { } from ? new(smtp, from) : null,
    };

    private static OidcOptions? Oidc(ParseResult parsed) => parsed.GetValue(Authority) is { } authority && parsed.GetValue(ClientId) is { } client
        ? new(authority, client) { Secret = Environment.GetEnvironmentVariable(OidcOptions.SecretVariable), Name = parsed.GetValue(Provider)! }
        : null;

    private static async Task<int> Run(ServeOptions options, CancellationToken cancellation)
    {
        try
        {
            PortProbe.Try(options.Urls);
            await using var app = await StudyHost.Build(options);
            await app.StartAsync(cancellation);
            StartUpWords.Print(options, app.Urls);
            await app.WaitForShutdownAsync(cancellation);
            return RootCommands.Done;
        }
        catch (StoreUnavailableException fault)
        {
            return await Refuse(fault.Message);
        }
        catch (CannotStartException fault)
        {
            return await Refuse(fault.Message);
        }
        catch (Exception fault) when (fault.GetBaseException() is SocketException)
        {
            return await Refuse($"{options.Urls} cannot be served: {fault.GetBaseException().Message}. Stop what uses it, or give another address in --urls.");
        }
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return RootCommands.Refused;
    }
}
