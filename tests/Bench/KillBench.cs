using System.Net;

namespace SosLongitudinal.Bench;

/// <summary><c>kill -9</c> under 32 writing clients, 20 times: every acknowledged form is there after the restart, none twice.</summary>
internal static class KillBench
{
    private const int Rounds = 20;
    private const int Families = 500;

    public static async Task Run(Report report, int[] sizes)
    {
        var data = Directory.CreateTempSubdirectory("sos-bench-kill-").FullName;
        var (acknowledgedInAll, lost, twice) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (sos, _) = await SosProcess.Start(data, 270);
            await sos.SignIn("admin@demo.example");
            var forms = await FormWriters.Enrol(sos.Http, Families);
            var writing = FormWriters.Write(sos.Http, forms);
            await Task.WhenAny(writing, Task.Delay(Random.Shared.Next(50, 400))); // a kill at no particular moment is the point
            sos.Kill();
            var (acknowledged, _, _) = await writing;
            sos.Dispose();

            var (again, _) = await SosProcess.Start(data, 270);
            using var _ = again;
            await again.SignIn("admin@demo.example");
            acknowledgedInAll += acknowledged.Count;
            foreach (var form in acknowledged)
                if ((await again.Http.GetAsync(form.Path)).StatusCode != HttpStatusCode.OK) lost++;
            var families = forms.Select(f => f.Path.Split('/')[4]).Distinct();
            foreach (var family in families) twice += await Doubled(again.Http, family);
        }
        Directory.Delete(data, recursive: true);
        report.Add("kill -9 under 32 clients", $"{Rounds} times", $"{acknowledgedInAll} acknowledged, {lost} lost, {twice} twice", "0 lost, 0 twice");
    }

    private static async Task<int> Doubled(HttpClient http, string family)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync($"/api/v1/families/{family}"));
        var places = answer.RootElement.GetProperty("forms").EnumerateArray().Select(f => $"{f.GetProperty("wave")}/{f.GetProperty("instrument")}/{f.GetProperty("subject")}/{f.GetProperty("respondent")}").ToList();
        return places.Count - places.Distinct().Count();
    }
}
