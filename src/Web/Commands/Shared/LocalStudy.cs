using SosLongitudinal.Web.Shell;
using SosLongitudinal.Web.Shell.Accounts;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>A data folder opened by this process on a free port of this machine, for this command alone. The folder's lock keeps every other process out meanwhile.</summary>
internal sealed class LocalStudy : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalStudy(WebApplication app, string token)
    {
        this.app = app;
        Token = token;
    }

    public Uri Address => new(app.Urls.Single());

    public string Token { get; }

    /// <summary>Throws <see cref="Storage.StoreUnavailableException"/> where there is no study in the folder or another process has it.</summary>
    public static async Task<LocalStudy> Open(string data, CancellationToken cancellation)
    {
        var use = new LocalUse();
        var app = await StudyHost.Build(new ServeOptions { Data = data, Urls = "http://127.0.0.1:0", Local = use });
        try
        {
            await app.StartAsync(cancellation);
            return new(app, use.Token);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
