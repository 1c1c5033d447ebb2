using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Nerdbank.Streams;
using Orleans.Configuration;

namespace SosLongitudinal.Storage.Cluster;

/// <summary>
/// TLS on both ends of each connection between silos. Both show a certificate, and it must be the cluster's own, byte for byte: names, issuers and dates are not looked at, since
/// whoever holds its key could read the store anyhow.
/// </summary>
internal sealed class PeerTls(X509Certificate2 certificate)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SslStreamCertificateContext own = SslStreamCertificateContext.Create(certificate, null, offline: true);

    public void Apply(SiloConnectionOptions connections)
    {
        connections.ConfigureSiloInboundConnection(builder => builder.Use(next => context => Through(context, next, Accept)));
        connections.ConfigureSiloOutboundConnection(builder => builder.Use(next => context => Through(context, next, Call)));
    }

    private static async Task Through(ConnectionContext context, ConnectionDelegate next, Func<SslStream, CancellationToken, Task> greet)
    {
        var plain = context.Transport;
        await using var secret = new SslStream(plain.AsStream());
        using (var patience = new CancellationTokenSource(Patience)) await greet(secret, patience.Token);
        context.Transport = new Halves(PipeReader.Create(secret, new(leaveOpen: true)), PipeWriter.Create(secret, new(leaveOpen: true)));
        try
        {
            await next(context);
        }
        finally
        {
            context.Transport = plain;
        }
    }

    private Task Accept(SslStream stream, CancellationToken patience) => stream.AuthenticateAsServerAsync(
        new SslServerAuthenticationOptions { ServerCertificateContext = own, ClientCertificateRequired = true, RemoteCertificateValidationCallback = IsOurs }, patience);

    private Task Call(SslStream stream, CancellationToken patience) => stream.AuthenticateAsClientAsync(
        new SslClientAuthenticationOptions { TargetHost = ClusterCertificate.Name, ClientCertificateContext = own, RemoteCertificateValidationCallback = IsOurs }, patience);

    private bool IsOurs(object stream, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(shown.GetRawCertData(), certificate.RawData);

    private sealed record Halves(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
