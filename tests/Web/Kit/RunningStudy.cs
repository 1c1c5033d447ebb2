using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell;
using SosLongitudinal.Web.Shell.Accounts;

[assembly: AssemblyFixture(typeof(RunningStudy))]

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>The whole application on a real port with a data folder of its own, shared by all tests of the room. Each test makes its own families and accounts.</summary>
public class RunningStudy : IAsyncLifetime
{
    public const string Password = "three odd words";

    /// <summary>The site that a person with <see cref="At"/> this site may see, and one they may not.</summary>
    public static readonly SiteCode OwnSite = SiteCode.Parse("ashbourne");
    public static readonly SiteCode OtherSite = SiteCode.Parse("kelham");

    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<Visitor>>> visitors = new(StringComparer.Ordinal);
    private WebApplication app = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public async ValueTask InitializeAsync()
    {
        await Fill(folder.Path);
        app = await StudyHost.Build(Options(new() { Data = folder.Path, Urls = "http://127.0.0.1:0", SignInsPerMinute = 10_000 }), Clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new(app.Urls.Single());
        if (HasAdministrator) await AddAccount("first@study.example", Roles.Administrator, SiteScope.All); // so that nobody is sent to the set-up page
        await Open();
    }

    /// <summary>A visitor with cookies of their own who has not signed in.</summary>
    public Visitor SignedOut() => new(Address);

    /// <summary>Someone signed in with these roles at all sites. The same account for the same roles.</summary>
    public Task<Visitor> As(Roles roles) => As(roles, SiteScope.All);

    /// <summary>Someone signed in with these roles at one site only.</summary>
    public Task<Visitor> At(SiteCode site, Roles roles) => As(roles, SiteScope.Of(site));

    /// <summary>The API with a token of this account's.</summary>
    public async Task<HttpClient> Api(string email, string password)
    {
        var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/api/v1/tokens", new { email, password, name = "test" }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString());
        return http;
    }

    public async Task<AccountKey> AddAccount(string email, Roles roles, SiteScope sites)
    {
        await using var scope = Services.CreateAsyncScope();
        var stamp = new Stamp(OperationId.New(), "system", Clock.GetUtcNow());
        var made = await scope.ServiceProvider.GetRequiredService<AccountDoor>().Create(email, $"{roles.Words()} person", roles, sites, Password, stamp);
        Assert.IsType<Decision<Account>.Accepted>(made);
        return AccountKey.Parse(email);
    }

    /// <summary>What the study takes for the time.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    protected virtual ServeOptions Options(ServeOptions usual) => usual;

    /// <summary>Whether somebody set it up before the first test.</summary>
    protected virtual bool HasAdministrator => true;

    /// <summary>What is set up once it runs: a study in the field.</summary>
    protected virtual Task Open() => OpenedStudy.Open(this);

    /// <summary>What the data folder holds before anything is started; nothing here.</summary>
    protected virtual Task Fill(string data) => Task.CompletedTask;

    /// <summary>From here on the store answers nothing more.</summary>
    public ValueTask StopStore() => ((IAsyncDisposable)Services.GetRequiredService<IRecordStore>()).DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }

    private Task<Visitor> As(Roles roles, SiteScope sites)
    {
        var email = $"{roles.Words().Replace(", ", "-", StringComparison.Ordinal)}-{sites.Match(_ => "every", only => string.Join('-', only.Sites))}@study.example".ToLowerInvariant();
        // one account, however many tests ask for it first
        return visitors.GetOrAdd(email, _ => new(async () =>
        {
            await AddAccount(email, roles, sites);
            var visitor = SignedOut();
            await visitor.SignIn(email, Password);
            return visitor;
        })).Value;
    }
}
