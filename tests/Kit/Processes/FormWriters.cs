using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SosLongitudinal.Tests.Kit.Processes;

/// <summary>One form on its way: where it goes and under which operation id.</summary>
public sealed record SentForm(string Family, string Place, string Operation);

/// <summary>
/// Clients that enrol families and write forms over HTTP, each form under an operation id of its own, and remember which were acknowledged. What gets no
/// answer is sent again under the same id, as a person is told to.
/// </summary>
public sealed class FormWriters(string token, Func<int, Uri> addressOf)
{
    private const int Children = 8;
    private static readonly Dictionary<string, int> Answers = Study.Instruments.InstrumentShelf.Library["sdq-p-4-17"].Items.Where(i => i.Number <= 25).ToDictionary(i => i.Name, _ => 1);
    private readonly ConcurrentQueue<string> unexpected = new();
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Every form whose 201 arrived, with the client that sent it and when.</summary>
    public ConcurrentDictionary<SentForm, (int Client, DateTimeOffset At)> Acknowledged { get; } = [];

    /// <summary>Answers that are neither an acknowledgement nor a passing fault.</summary>
    public IReadOnlyCollection<string> Unexpected => unexpected;

    /// <summary>How many forms were sent more than once.</summary>
    public int SentAgain;

    /// <summary>Writes until cancelled. A client whose server fails asks <c>addressOf</c> anew.</summary>
    public Task Write(int clients, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => Client(client, stop), CancellationToken.None)));

    /// <summary>Completes when this holds of the acknowledged forms.</summary>
    public async Task Until(Func<IReadOnlyCollection<(int Client, DateTimeOffset At)>, bool> holds)
    {
        while (true)
        {
            var next = Volatile.Read(ref moved).Task;
            if (holds([.. Acknowledged.Values])) return;
            await next;
        }
    }

    private async Task Client(int client, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(40) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        while (!stop.IsCancellationRequested)
        {
            if (await Send(client, http, HttpMethod.Post, "/api/v1/families", NewFamily(), stop) is not { } enrolled) return;
            var members = enrolled.GetProperty("members").EnumerateArray().Select(m => (Id: m.GetProperty("id").GetString()!, Role: m.GetProperty("role").GetString())).ToList();
            var (family, parent) = (enrolled.GetProperty("id").GetString()!, members.Single(m => m.Role == "parent").Id);
            foreach (var (wave, child) in from wave in (string[])["t1", "t2"] from m in members where m.Role == "child" select (wave, m.Id))
            {
                var form = new SentForm(family, $"{wave}/sdq-p-4-17/{child}/{parent}", Guid.NewGuid().ToString());
                var body = new { completedOn = "2024-03-01", answers = Answers, reason = "written by the driver" };
                if (await Send(client, http, HttpMethod.Put, $"/api/v1/families/{family}/forms/{form.Place}", body, stop, form.Operation) is null) return;
                Acknowledged[form] = (client, DateTimeOffset.UtcNow);
                Interlocked.Exchange(ref moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }
        }
    }

    private async Task<JsonElement?> Send(int client, HttpClient http, HttpMethod method, string path, object body, CancellationToken stop, string? operation = null)
    {
        operation ??= Guid.NewGuid().ToString();
        for (var attempt = 1; !stop.IsCancellationRequested; attempt++)
        {
            if (attempt == 2) Interlocked.Increment(ref SentAgain);
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(addressOf(client), path)) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", operation);
                using var answer = await http.SendAsync(request, stop);
                if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError)) unexpected.Enqueue($"{(int)answer.StatusCode} {path}: {await answer.Content.ReadAsStringAsync(stop)}");
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
            {
                // no answer: it may have been saved or not
            }
            await Task.WhenAny(Task.Delay(100, stop)); // as a person would pause; the server is gone or busy
        }
        return null;
    }

    private static object NewFamily() => new
    {
        site = SmallStudy.Site,
        cohort = "c1",
        serial = "driver",
        sampledOn = "2024-01-05",
        consentedOn = "2024-01-10",
        consents = (string[])["interview"],
        members = Enumerable.Range(0, Children).Select(_ => new { role = "child", birthYear = (int?)2014, birthMonth = (int?)6 }).Append(new { role = "parent", birthYear = (int?)null, birthMonth = (int?)null }),
    };
}
