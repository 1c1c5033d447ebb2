using SosLongitudinal.Grains.Demo;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Templates;
using SosLongitudinal.Web.Shell.Accounts;

namespace SosLongitudinal.Web.Shell.Composition;

/// <summary>The study cannot start as asked for; the sentence says what to do.</summary>
public sealed class CannotStartException(string sentence) : Exception(sentence);

/// <summary>What <c>--demo</c> and <c>--template</c> do: once, on an empty store; afterwards they find it done.</summary>
internal sealed class StudyStart(IServiceProvider services, ServeOptions options, TimeProvider clock) : IHostedService
{
    /// <summary>A larger demo comes without names and addresses: making its plan again at each start would take longer than the start itself.</summary>
    private const int LargestWithContacts = 2_000;

    /// <summary>Before the silo starts: the demo's records go straight into the store.</summary>
    public static async Task LoadDemo(IRecordStore store, DemoOptions demo, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await DemoStudy.Load(store, demo.Families, today, new DemoLine(demo.Families)) == DemoLoad.OtherStudy)
            throw new CannotStartException("This data folder holds a study that is not the demo. Give another folder in --data, or leave --demo out.");
    }

    /// <summary>Once the silo runs and before the first request is answered: demo accounts and addresses, or the study from its template.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var grains = services.GetRequiredService<IGrainFactory>();
        if (options.Demo is { } demo)
        {
            await using var scope = services.CreateAsyncScope();
            await MakeDemoAccounts(scope.ServiceProvider.GetRequiredService<AccountDoor>(), clock);
            if (demo.Families <= LargestWithContacts)
            {
                await DemoContactPass.Run(grains, demo.Families, clock, cancellationToken);
                await services.GetRequiredService<DemoBookingPass>().Run(cancellationToken);
            }
        }
        if (options.Template is { } name) await OpenFrom(name, grains, clock);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task MakeDemoAccounts(AccountDoor accounts, TimeProvider clock)
    {
        foreach (var account in DemoAccounts.All)
        {
            var sites = account.Sites.IsEmpty ? SiteScope.All : SiteScope.Of(account.Sites.Select(s => SiteCode.Parse(s)));
            var stamp = new Stamp(new OperationId("demo-account").Derive(account.Email), DemoAccounts.Administrator, clock.GetUtcNow());
            await accounts.Create(account.Email, account.Name, Enum.Parse<Roles>(account.Role, ignoreCase: true), sites, DemoAccounts.Password, stamp);
        }
    }

    private static async Task OpenFrom(string name, IGrainFactory grains, TimeProvider clock)
    {
        if (StudyTemplates.Find(name) is not { } template)
            throw new CannotStartException($"There is no template '{name}'. There are: {string.Join(", ", StudyTemplates.Names)}.");
        var design = await grains.Study().Read();
        if (design.IsOpen && design.Template != template.Design.Template)
            throw new CannotStartException($"This deployment already runs '{design.Title}'. One deployment runs one study: leave --template out, or give another folder in --data.");
        var opened = await grains.OpenStudy(template, new Stamp(new OperationId($"template-{name}"), "system", clock.GetUtcNow()));
        if (opened is Decision<SosLongitudinal.Study.Design.StudyDesign>.Refused(var why) && !design.IsOpen) throw new CannotStartException(why.Sentence);
    }

    /// <summary>On a terminal, one line that counts; quiet in a pipe.</summary>
    private sealed class DemoLine(int families) : IProgress<DemoProgress>
    {
        private int told;

        public void Report(DemoProgress progress)
        {
            var percent = (int)(100L * progress.Written / Math.Max(1, progress.Of));
            if (Console.IsErrorRedirected || families < 2000 || Interlocked.Exchange(ref told, percent) == percent) return;
            Console.Error.Write($"\rMaking the demo study: {percent} % of {progress.Of} families{(progress.Written == progress.Of ? "\n" : "")}");
        }
    }
}
