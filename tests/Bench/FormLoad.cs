using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Bench;

/// <summary>A place that a bench writes a form to, and the operation under which it does.</summary>
internal sealed record FormTask(string Path, byte[] Body, string Operation);

/// <summary>Clients that enrol families and write forms as fast as they are answered.</summary>
internal static class FormLoad
{
    public const int Clients = 32;
    private static readonly (string Instrument, string Subject)[] Forms = [("sdq-p-4-17", "child"), ("parent-questionnaire", "")];

    /// <summary>Enrols families with consent and gives every form that can be written about them.</summary>
    public static async Task<List<FormTask>> Enrol(HttpClient http, int families)
    {
        var tasks = new ConcurrentBag<FormTask>();
        var bodies = Forms.ToDictionary(f => f.Instrument, f => Body(InstrumentShelf.Library[f.Instrument]));
        await Parallel.ForEachAsync(Enumerable.Range(0, families), new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (n, cancellation) =>
        {
            var answer = await http.PostAsJsonAsync("/api/v1/families", new
            {
                site = "brackenshire", cohort = "c1", serial = $"bench-{n}", sampledOn = "2025-01-10", consentedOn = "2025-01-20", consents = (string[])["interview"],
                members = (object[])[new { role = "child", birthYear = 2017, birthMonth = 3 }, new { role = "parent" }],
            }, cancellation);
            answer.EnsureSuccessStatusCode();
            var family = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            var (id, child, parent) = (family.GetProperty("id"), family.GetProperty("members")[0].GetProperty("id"), family.GetProperty("members")[1].GetProperty("id"));
            foreach (var wave in (string[])["t1", "t2"])
                foreach (var (instrument, subject) in Forms)
                    tasks.Add(new($"/api/v1/families/{id}/forms/{wave}/{instrument}/{(subject == "child" ? $"{child}" : SubjectOf(instrument, $"{parent}"))}/{parent}", bodies[instrument], Guid.NewGuid().ToString()));
        });
        return [.. tasks.OrderBy(t => t.Path, StringComparer.Ordinal)];
    }

    /// <summary>Writes all, each client one after another; a form counts when it is answered 201. </summary>
    public static async Task<(List<FormTask> Acknowledged, List<double> Milliseconds, TimeSpan Took)> Write(HttpClient http, IReadOnlyList<FormTask> forms)
    {
        var next = -1;
        var acknowledged = new ConcurrentBag<(FormTask Form, double Milliseconds)>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < forms.Count;)
            {
                var began = Stopwatch.GetTimestamp();
                var status = await Put(http, forms[i]);
                if (status != HttpStatusCode.Created) throw new InvalidOperationException($"{forms[i].Path} was answered {(int)status}.");
                acknowledged.Add((forms[i], Stopwatch.GetElapsedTime(began).TotalMilliseconds));
            }
        }));
        return ([.. acknowledged.Select(a => a.Form)], [.. acknowledged.Select(a => a.Milliseconds)], clock.Elapsed);
    }

    private static async Task<HttpStatusCode> Put(HttpClient http, FormTask form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, form.Path) { Content = new ByteArrayContent(form.Body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", form.Operation);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string SubjectOf(string instrument, string parent) => InstrumentShelf.Library[instrument].Subject == InstrumentSubject.Family ? "family" : parent;

    private static byte[] Body(InstrumentDefinition instrument) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        completedOn = "2025-02-01", mode = "paper", language = "en", reason = "bench",
        answers = instrument.Items.Where(i => i is { Type: ItemType.Code, Relevance: null }).ToDictionary(i => i.Name, i => instrument.ChoicesOf(i)[0].Code),
    }));
}
