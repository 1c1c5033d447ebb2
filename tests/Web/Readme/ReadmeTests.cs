using System.Diagnostics;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Processes;

namespace SosLongitudinal.Tests.Web.Readme;

/// <summary>Every command that the README gives is run, in the order in which it gives them; one that is new there fails here until it is.</summary>
public sealed class ReadmeTests
{
    private const string Product = "dotnet run --project src/Web -- ";

    /// <summary>What the commands that work on the small study say.</summary>
    private static readonly (string Begins, string Says)[] Answers =
    [
        ("import families", "2 can be saved"),
        ("import responses", "1 can be saved"),
        ("export xlsform", "sdq.xlsx written."),
        ("import xlsform", "sdq-p-4-17 version 2, not saved"),
        ("import redcap-dictionary", "visit version 1, not saved"),
        ("instrument list", "sdq-p-4-17"),
        ("query list", ""),
        ("entries agreement", ""),
        ("check", ""),
        ("extract sdq", "sdq.dta: "),
        ("extract wide", "t1t2.dta: "),
        ("release list", ""),
        ("call get sites", "\"items\""),
        ("import redcap-records", "records: 1 = 1 families made"),
    ];

    [Fact]
    public async Task Every_command_of_the_readme_does_what_it_says()
    {
        using var folder = new TempFolder();
        using var small = await ImportedFiles.Make();
        await using var azurite = await Azurite.Start();
        foreach (var command in ReadmeCommands.All) await Run(command, folder, small, azurite);
    }

    private static Task Run(string command, TempFolder folder, TempFolder small, Azurite azurite) => command switch
    {
        "bash tests/run.sh" => CalledByCi(),
        "dotnet run -c Release --project tests/Bench -- all" => Shell($"dotnet exec {Built("tests", "Bench", "SosLongitudinal.Bench.dll")} extract --sizes 1000", folder, says: "| extract to CSV |"),
        Product + "backup --data sos-data --to copy" => Shell($"dotnet exec {Sos} backup --data sos-data --to copy", folder, says: "the anchors are in anchors.json"),
        Product + "verify --data sos-data" => Shell($"dotnet exec {Sos} verify --data sos-data", folder, says: " 0 faults"),
        Product + "score sdq-p-4-17 < in.csv > out.csv" => Score(folder),
        _ when Answers.FirstOrDefault(a => command.StartsWith(Product + a.Begins, StringComparison.Ordinal)) is { Begins: not null } one =>
            Shell(command.Replace(Product, $"dotnet exec {Sos} ", StringComparison.Ordinal), small, one.Says),
        _ when command.StartsWith("curl ", StringComparison.Ordinal) => Curl(command, folder),
        _ when command.StartsWith(Product + "serve", StringComparison.Ordinal) => Serve(command[(Product + "serve").Length..].Trim(), folder, azurite),
        _ => throw new Xunit.Sdk.XunitException($"README.md gives a command that no test runs: {command}"),
    };

    /// <summary>This test is itself part of what that command runs.</summary>
    private static async Task CalledByCi() => Assert.Contains("tests/run.sh", await File.ReadAllTextAsync(Repository.Path(".ci", "run"), TestContext.Current.CancellationToken));

    private static async Task Serve(string options, TempFolder folder, Azurite azurite)
    {
        var words = options.Replace("\"$CONNECTION\"", azurite.ConnectionString, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.IndexOf("--urls") is var urls and >= 0) words.RemoveRange(urls, 2); // a free port instead
        if (!words.Contains("--azure")) words.AddRange(["--data", folder.File(words.Contains("--template") || words.Count == 0 ? "sos-data" : $"demo-{words.Count}")]);
        await using var served = await SosProcess.Serve([.. words]);
        using var http = new HttpClient { BaseAddress = served.Address };
        Assert.True((await http.GetAsync("/", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    private static async Task Score(TempFolder folder)
    {
        await File.WriteAllTextAsync(folder.File("in.csv"), "id,consid,obeys,fights\n7,2,1,0\n", TestContext.Current.CancellationToken);
        await Shell($"dotnet exec {Sos} score sdq-p-4-17 < in.csv > out.csv", folder);
        Assert.StartsWith("id,consid", await File.ReadAllTextAsync(folder.File("out.csv"), TestContext.Current.CancellationToken));
    }

    /// <summary>Against a demo on a free port, with the token that the command before it was given.</summary>
    private static async Task Curl(string command, TempFolder folder)
    {
        await using var served = await SosProcess.Serve("--demo", "--data", folder.File("demo-1"));
        var address = served.Address.ToString().TrimEnd('/');
        var token = await Shell("""curl -s -X POST ADDRESS/api/v1/tokens -H 'Content-Type: application/json' -d '{"email":"analyst@demo.example","password":"demo-study-2026","name":"readme"}'""".Replace("ADDRESS", address, StringComparison.Ordinal), folder);
        var said = await Shell(
            command.Replace("http://127.0.0.1:5080", address, StringComparison.Ordinal)
                .Replace("$TOKEN", System.Text.Json.JsonDocument.Parse(token).RootElement.GetProperty("token").GetString(), StringComparison.Ordinal),
            folder);
        Assert.Contains(command.Contains("tokens", StringComparison.Ordinal) ? "\"token\"" : "t1_pebdtot", said);
    }

    private static async Task<string> Shell(string command, TempFolder folder, string says = "")
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains(says, said);
        return said;
    }

    private static string Sos => Built("src", "Web", "sos.dll");

    private static string Built(string side, string room, string file) => Repository.Path(side, room, "bin", "Debug", "net10.0", file);
}
