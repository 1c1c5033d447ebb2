using System.Net;
using SosLongitudinal.Web.Shell.Accounts;

namespace SosLongitudinal.Web.Shell;

/// <summary>What <c>sos serve</c> was asked for.</summary>
public sealed record ServeOptions
{
    public const int DemoFamilies = 270;

    /// <summary>The full path of the data folder; logs nothing and holds everything, except with Azure Storage.</summary>
    public required string Data { get; init; }

    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Azure Storage instead of Sqlite, where given.</summary>
    public string? AzureConnection { get; init; }

    /// <summary>Where other processes of the cluster reach this one; a port of 0 is any. This machine only where not given.</summary>
    public IPEndPoint? Silo { get; init; }

    /// <summary>The demo study, where asked for.</summary>
    public DemoOptions? Demo { get; init; }

    /// <summary>The template an empty study starts from.</summary>
    public string? Template { get; init; }

    /// <summary>Sign-ins and tokens asked for, per address and minute.</summary>
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>Requests of the API, per account, address and minute.</summary>
    public int RequestsPerMinute { get; init; } = 600_000;

    /// <summary>The OpenID Connect provider whose people may sign in, where there is one.</summary>
    public OidcOptions? Oidc { get; init; }

    /// <summary>The mail server; without one mail lies as files in the folder <c>mail</c> of the data folder.</summary>
    public Mail.MailOptions? Mail { get; init; }

    /// <summary>Set where a command has opened the data folder for itself alone.</summary>
    public LocalUse? Local { get; init; }

    /// <summary>The largest request body, in bytes; a larger one is 413.</summary>
    public long MaxBody { get; init; } = 2 << 20;
}

/// <summary>How the demo study is made.</summary>
public sealed record DemoOptions(int Families);
