using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Telemetry;

public sealed class TelemetryTests(RunningStudy study)
{
    [Fact]
    public async Task A_saved_form_is_counted_with_its_kind_of_record_and_a_request_with_its_route()
    {
        var (seen, adding) = (new List<string>(), new Lock());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name is "SosLongitudinal" or "Microsoft.AspNetCore.Hosting") l.EnableMeasurementEvents(instrument);
            },
        };
        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var said = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}";
            lock (adding) seen.Add(said);
        }
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();

        var administrator = await study.As(Roles.Administrator);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Post("/accounts/add", new { Name = "Measured", Email = "measured@study.example", RunningStudy.Password, Roles = "Analyst", Reach = "every" })).Status);
        var family = await study.Family();
        using var extract = await administrator.Http.GetAsync("/api/v1/extracts/families.csv", TestContext.Current.CancellationToken);
        Assert.True((await extract.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length > 0);
        listener.Dispose();

        lock (adding)
        {
            Assert.Contains("sos.facts.committed sos.record=sos.account", seen);
            Assert.Contains("sos.record.write.duration sos.record=family", seen);
            Assert.Contains("sos.extract.rows sos.format=csv", seen);
            Assert.Contains(seen, s => s.StartsWith("sos.register.lag", StringComparison.Ordinal));
            Assert.Contains(seen, s => s.StartsWith("http.server.request.duration", StringComparison.Ordinal) && s.Contains("http.route=accounts/add", StringComparison.Ordinal));
            Assert.DoesNotContain(seen, s => s.Contains(family.Id.ToString(), StringComparison.Ordinal) || s.Contains("measured@study.example", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_exported_names_routes_grains_and_counts_and_no_family_and_no_account()
    {
        await using var collector = await OtlpCollector.Start();
        using var folder = new TempFolder();
        string token;
        await using (var store = SqliteRecordStore.Open(folder.Path)) token = await SmallStudy.Plant(store);
        var environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_METRIC_EXPORT_INTERVAL"] = "500", ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        };
        await using var served = await SosProcess.ServeWith(environment, "--data", folder.Path);
        using var http = new HttpClient { BaseAddress = served.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        const string Nobody = "0A1B2CZ";
        using var asked = await http.GetAsync($"/api/v1/families/{Nobody}?why=looked-up", TestContext.Current.CancellationToken);
        using var saved = await http.PutAsJsonAsync("/api/v1/study/second-factor", new { required = true }, TestContext.Current.CancellationToken);
        Assert.True((await saved.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("required").GetBoolean());
        using var whose = await http.GetAsync("/api/v1/account", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, whose.StatusCode);

        await collector.Until("sos.facts.committed", "sos.record.write.duration", "http.server.request.duration", "/api/v1/families/{id}", "/api/v1/account", "IAccount/Read", "Microsoft.Orleans");
        Assert.DoesNotContain(Nobody, collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("looked-up", collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("driver@example.org", collector.Received, StringComparison.OrdinalIgnoreCase);
    }
}
