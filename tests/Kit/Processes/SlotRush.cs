using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Kit.Processes;

/// <summary>
/// Many families that all want one interviewer at one time, over HTTP and all at once. What gets no answer, or one that says to send it again, is sent again under the same
/// operation id.
/// </summary>
public sealed class SlotRush(string token, string interviewer, Func<int, Uri> addressOf)
{
    private readonly ConcurrentQueue<string> unexpected = new();
    private readonly TaskCompletionSource underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int answered;

    /// <summary>Far enough ahead for any working day to have come.</summary>
    public static DateOnly Day { get; } = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);

    public int Won;
    public int Refused;
    public int SentAgain;

    /// <summary>Answers that are neither a booking nor "taken".</summary>
    public IReadOnlyCollection<string> Unexpected => unexpected;

    /// <summary>The first answers are there and most are not.</summary>
    public Task UnderWay => underWay.Task;

    public async Task<string[]> Enrol(int families)
    {
        using var http = Client();
        var ids = new string[families];
        for (var i = 0; i < families; i++)
        {
            var enrolment = new { site = SmallStudy.Site, cohort = "c1", serial = $"rush-{i}", sampledOn = "2024-01-05", consentedOn = "2024-01-10", consents = (string[])["interview"], members = (object[])[new { role = "parent" }] };
            using var answer = await http.PostAsJsonAsync(new Uri(addressOf(i), "/api/v1/families"), enrolment);
            answer.EnsureSuccessStatusCode();
            ids[i] = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        }
        return ids;
    }

    /// <summary>All attempts at once, in turn by these families.</summary>
    public async Task Attempt(IReadOnlyList<string> families, int attempts)
    {
        using var http = Client();
        await Task.WhenAll(Enumerable.Range(0, attempts).Select(n => Attempt(http, n, families[n % families.Count])));
    }

    /// <summary>How many appointments the store holds with this interviewer at any common time, and what is broken.</summary>
    public static async Task<(int Appointments, IReadOnlyList<string> Broken)> Aftermath(IRecordStore store, string interviewer)
    {
        var (appointments, broken) = (0, new List<string>());
        await foreach (var record in store.ReadAll("family", ""))
        {
            if (LedgerCheck.Of("sos.family", record.Key.Key, record.Content).Fault is { } fault) broken.Add($"{record.Key}: {fault.Sentence}");
            var family = Ledger<FamilyFact>.FromStored(record.Key.Key, record.Content).Facts.Aggregate(new FamilyState(FamilyId.Parse(record.Key.Key)), FamilyFold.Next);
            appointments += family.Appointments.Count(a => a.HoldsTime && a.Plan.Involves(interviewer));
        }
        await foreach (var record in store.ReadAll("diary", ""))
            if (LedgerCheck.Of("sos.diary", record.Key.Key, record.Content).Fault is { } fault) broken.Add($"{record.Key}: {fault.Sentence}");
        return (appointments, broken);
    }

    private async Task Attempt(HttpClient http, int n, string family)
    {
        var operation = Guid.NewGuid().ToString();
        for (var attempt = 1; ; attempt++)
        {
            if (attempt == 2) Interlocked.Increment(ref SentAgain);
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(addressOf(n), $"/api/v1/families/{family}/appointments"))
                {
                    Content = JsonContent.Create(new { wave = "t1", interviewer, on = Day, at = $"10:{n % 60:00}", minutes = 60 }), // all of them share 10:59
                };
                request.Headers.Add("Idempotency-Key", operation);
                using var answer = await http.SendAsync(request);
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError))
                {
                    Count(answer.StatusCode, await answer.Content.ReadAsStringAsync());
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
            {
                // no answer: it may have been booked or not
            }
            await Task.Delay(100); // as a person would pause; the server is gone or busy
        }
    }

    private void Count(HttpStatusCode status, string text)
    {
        if (status == HttpStatusCode.Created) Interlocked.Increment(ref Won);
        else if (status == HttpStatusCode.Conflict && (text.Contains("diary.taken", StringComparison.Ordinal) || text.Contains("appointment.family-busy", StringComparison.Ordinal))) Interlocked.Increment(ref Refused);
        else unexpected.Enqueue($"{(int)status}: {text}");
        if (Interlocked.Increment(ref answered) == 20) underWay.TrySetResult();
    }

    private HttpClient Client()
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
