using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Grains.Faults;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

/// <summary>One silo whose clock a test sets forward, and a booking that can be made to crash at any of its calls.</summary>
public sealed class DiaryCluster : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteRecordStore? store;
    private InProcessTestCluster? cluster;

    public AheadClock Clock { get; } = new();

    public CrashingCaller Caller { get; } = new();

    public IGrainFactory Grains => Service<IGrainFactory>();

    public Bookings Bookings => Service<Bookings>();

    public GroupBookings GroupBookings => Service<GroupBookings>();

    public Stamp Stamp(string? why = null) => new(OperationId.New(), "test@example.org", Clock.GetUtcNow(), why);

    public async ValueTask InitializeAsync()
    {
        store = SqliteRecordStore.Open(folder.Path);
        cluster = await StudyCluster.Start(store, silos: 1, new(TimeSpan.FromMinutes(1)), silo =>
        {
            silo.Services.AddSingleton<TimeProvider>(Clock);
            silo.AddIncomingGrainCallFilter(Caller);
        });
        Some.Accepted(await Grains.Study().Open(Some.Design, Stamp()));
        Some.Accepted(await Grains.Site(Some.Site).Open("Ashmere", Stamp()));
    }

    public async Task<FamilyState> Family() => Some.Accepted(await Grains.Enrol(Some.Consented(), Stamp()));

    /// <summary>An interviewer who works round the clock, with a room of their own; no other test books them.</summary>
    public async Task<string> Interviewer()
    {
        var account = AccountKey.Parse($"i{Guid.NewGuid()}@example.org");
        Some.Accepted(await Grains.Roster().SetRoom(new(RoomOf($"{account}"), Some.Site, "Room"), Stamp()));
        Some.Accepted(await Grains.Account(account).Create("Alice", Roles.Interviewer, SiteScope.All, "hash", Stamp()));
        Some.Accepted(await Grains.Roster().SetTerms(new($"{account}", [.. Enum.GetValues<DayOfWeek>().Select(d => new DayHours(d, new(0, 0), new(23, 59)))], null), Stamp()));
        return $"{account}";
    }

    /// <summary>In the first hours of a month, with travel that begins in the month before: four diaries or more.</summary>
    public AppointmentPlan Plan(string interviewer, int hour = 0)
    {
        var month = DiaryMonth.Of(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(40)).Next;
        var start = Some.Accepted(LocalTimes.At(Some.Design.TimeZone, new(month.Year, month.Month, 1), new(hour, 15)));
        return new(new("t1"), VisitMode.FaceToFace, interviewer, start, 30, 30, RoomOf(interviewer));
    }

    private static RoomCode RoomOf(string interviewer) => new(interviewer[..interviewer.IndexOf('@', StringComparison.Ordinal)]);

    /// <summary>Every reservation in the diaries that a plan concerns.</summary>
    public async Task<List<(DiaryKey Diary, DiaryEntry Entry)>> Entries(AppointmentPlan plan)
    {
        var all = new List<(DiaryKey, DiaryEntry)>();
        foreach (var claim in DiaryClaims.Of(plan, Some.Design.TimeZone))
            all.AddRange((await Grains.Diary(claim.Diary).Read()).Entries.Where(e => e.Overlaps(claim.From, claim.Until)).Select(e => (claim.Diary, e)));
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        folder.Dispose();
    }

    internal T Service<T>() where T : notnull => cluster!.Silos[0].ServiceProvider.GetRequiredService<T>();
}
