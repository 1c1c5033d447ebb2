using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SosLongitudinal.Study.Demo;

namespace SosLongitudinal.Bench;

/// <summary>The pages that a coordinator has open all day, as HTML to a browser that is signed in, with some hundred visits booked.</summary>
internal static partial class FieldPagesBench
{
    private const int Requests = 300;
    private const int VisitsPerSite = 30;

    private static readonly (string Name, string Path)[] Pages =
    [
        ("due list (page)", "/fieldwork/due?wave=t2"),
        ("grid of forms (page)", "/fieldwork/grid?wave=t2"),
        ("calendar (page)", "/appointments/calendar"),
        ("outcome rates (page)", "/analysis/rates?wave=t2"),
    ];

    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var (sos, _) = await DemoServer.Start(await DataFolders.Of(size), size);
            await using var _ = sos;
            await sos.SignIn(DemoAccounts.Coordinator);
            var booked = await Book(sos.Http);
            using var browser = await Browser(sos.Http.BaseAddress!);
            foreach (var (name, path) in Pages)
            {
                var times = await PagesBench.Ask(browser, path, Requests);
                report.Add(name, $"{size} families, {booked} visits", $"p50 {times.Median:F1} ms, p99 {times.P99:F1} ms", "p99 <= 150 ms");
            }
        }
    }

    /// <summary>A working month of visits at every site that a demo interviewer has, each at a time of its own.</summary>
    private static async Task<int> Book(HttpClient api)
    {
        var booked = 0;
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var interviewer in DemoAccounts.All.Where(a => a.Role == "interviewer"))
        {
            var slot = 0;
            foreach (var site in interviewer.Sites)
            {
                var due = await api.GetFromJsonAsync<JsonElement>($"/api/v1/families?site={site}&wave=t2&due=open&take={VisitsPerSite}");
                foreach (var family in due.GetProperty("items").EnumerateArray())
                {
                    var on = Weekday(day, 1 + slot / 3);
                    var body = new { wave = "t2", interviewer = interviewer.Email, on, at = new TimeOnly(9 + 2 * (slot % 3), 30), minutes = 60 };
                    using var answer = await api.PostAsJsonAsync($"/api/v1/families/{family.GetProperty("id").GetString()}/appointments", body);
                    if (answer.IsSuccessStatusCode) booked++;
                    slot++;
                }
            }
        }
        return booked;
    }

    private static DateOnly Weekday(DateOnly from, int ahead)
    {
        while (ahead > 0) if ((from = from.AddDays(1)).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) ahead--;
        return from;
    }

    private static async Task<HttpClient> Browser(Uri address)
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var token = Antiforgery().Match(await browser.GetStringAsync("/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = DemoAccounts.Coordinator, ["Password"] = DemoAccounts.Password, ["__RequestVerificationToken"] = token });
        using var answer = await browser.PostAsync("/sign-in", form);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in") throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Nobody was signed in: {(int)answer.StatusCode}."));
        return browser;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
