using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using SosLongitudinal.Grains;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Story.Telling;

/// <summary>
/// Plays a script to the real doors over a real store, and writes down what came of each act: the facts that it left, one line each, or the refusal.
/// Operation ids are counted, so that every id and every line is the same each time.
/// </summary>
internal sealed partial class Teller : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly StoryClock clock = new();
    private readonly StringBuilder timeline = new();
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<Family, FamilyState> told = [];
    private InProcessTestCluster cluster = null!;
    private SqliteRecordStore store = null!;
    private int operations;

    public string Timeline => timeline.ToString();

    public IGrainFactory Grains => cluster.Client;

    public FamilyRegisters Registers => cluster.Silos[0].ServiceProvider.GetRequiredService<FamilyRegisters>();

    public static async Task<Teller> Begin()
    {
        var teller = new Teller();
        teller.store = SqliteRecordStore.Open(teller.folder.Path);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IRecordStore>(teller.store).AddSingleton<TimeProvider>(teller.clock).AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
            silo.AddSosGrains(new RegisterOptions(TimeSpan.FromHours(1)));
        });
        teller.cluster = builder.Build();
        await teller.cluster.DeployAsync();
        return teller;
    }

    public void Chapter(string title) => timeline.Append(CultureInfo.InvariantCulture, $"{(timeline.Length == 0 ? "" : "\n")}{title}\n\n");

    /// <summary>An act of the study itself.</summary>
    public async Task On<T>(string day, string what, Func<DateOnly, Stamp, Task<Decision<T>>> act)
    {
        var on = GoTo(day);
        (await act(on, Stamp(null))).Accepted();
        Line("study", what, "");
    }

    /// <summary>An act of the study that is refused, with all that stands in its way.</summary>
    public async Task Refused<T>(string day, Func<DateOnly, Stamp, Task<Decision<T>>> act)
    {
        var on = GoTo(day);
        var why = (await act(on, Stamp(null))).Refused();
        Line("study", "REFUSED", why.Sentence);
        foreach (var fault in why.Faults) Line("", fault.Field, fault.Sentence);
    }

    public async Task<WorkerId> Hires(string day, string name, NewWorker worker)
    {
        GoTo(day);
        var registered = (await Grains.RegisterWorker(worker, Stamp(null))).Accepted();
        names[registered.Id.ToString()] = name;
        Line("study", "worker", $"{name} at {worker.Site}, {worker.Employment.ToString().ToLowerInvariant()} from {worker.From:O}");
        return registered.Id;
    }

    public async Task<Family> Enrols(string day, string name, Enrolment enrolment)
    {
        GoTo(day);
        var enrolled = (await Grains.Enrol(enrolment, Stamp(null))).Accepted();
        var family = new Family(name, enrolled.Id, Grains);
        names[enrolled.Id.ToString()] = name;
        foreach (var id in new[] { 'C', 'P', 'R' }.SelectMany(letter => Enumerable.Range(1, 3).Select(n => MemberId.Of(enrolled.Id, letter, n)))) names[id.ToString()] = $"{id}"[8..10];
        await Tell(family);
        return family;
    }

    /// <summary>An act about one family, with its reason where one is given.</summary>
    public async Task On<T>(string day, Family family, Func<Family, DateOnly, Stamp, Task<Decision<T>>> act, string? why = null)
    {
        var on = GoTo(day);
        if (await act(family, on, Stamp(why)) is Decision<T>.Refused no) Line(family.Name, "REFUSED", no.Why.Sentence);
        else await Tell(family);
    }

    /// <summary>Ids as the story calls them.</summary>
    public string Named(string text) => Ids().Replace(text, id => names.GetValueOrDefault(id.Value, id.Value));

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }

    private async Task Tell(Family family)
    {
        var state = told.GetValueOrDefault(family) ?? new FamilyState(family.Id);
        foreach (var entry in (await Grains.Family(family.Id).History()).Skip(state.Version))
        {
            var fact = FactKinds<FamilyFact>.Read(entry.Kind, Encoding.UTF8.GetBytes(entry.Content));
            var (what, details) = TimelineWords.Of(fact, state);
            Line(family.Name, what, details + (entry.Why is null ? "" : $"; reason: {entry.Why}"));
            state = FamilyFold.Next(state, new(new(entry.Number, entry.At, entry.By, default, entry.Kind), fact, entry.Why));
        }
        told[family] = state;
    }

    private void Line(string who, string what, string rest) =>
        timeline.Append(string.Create(CultureInfo.InvariantCulture, $"{clock.Day:O}  {who,-6}  {what,-11}  {Named(rest)}").TrimEnd()).Append('\n');

    private DateOnly GoTo(string day)
    {
        clock.GoTo(FamilyBuilder.Day(day));
        return clock.Day;
    }

    private Stamp Stamp(string? why) => new(new($"story-{++operations:000}"), "rita@study.example", clock.Now, why);

    [GeneratedRegex("[0-9A-Z]{7}(-[CPR][0-9]+[0-9A-Z])?")]
    private static partial Regex Ids();
}
