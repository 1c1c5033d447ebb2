using System.Net;
using System.Net.Sockets;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task A_data_folder_in_use_is_refused_with_the_number_of_the_process_that_has_it()
    {
        using var folder = new TempFolder();
        await using var held = SqliteRecordStore.Open(Path.Combine(folder.Path, "here"));
        var run = await Sos.Run(folder.Path, "serve", "--data", "here", "--urls", "http://127.0.0.1:0"); // relative: the folder one stands in
        Assert.Equal(1, run.Exit);
        Assert.Contains($"{Environment.ProcessId}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_taken_address_is_refused_in_one_sentence_before_any_data_folder_is_made()
    {
        using var folder = new TempFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var run = await Sos.Run(folder.Path, "serve", "--data", "here", "--urls", $"http://{taken.LocalEndpoint}");
        Assert.Equal(1, run.Exit);
        Assert.Contains("give another address", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "here")));
    }

    [Theory]
    [InlineData("loopback address", "serve", "--demo", "--urls", "http://0.0.0.0:5099")]
    [InlineData("such as http://127.0.0.1:5080", "serve", "--urls", "rubbish")]
    [InlineData("such as http://127.0.0.1:5080", "serve", "--urls", "ftp://127.0.0.1:5080")]
    [InlineData("such as http://127.0.0.1:5080", "serve", "--urls", "http://127.0.0.1:99999")]
    [InlineData("such as http://127.0.0.1:5080", "serve", "--urls", "http://127.0.0.1:5080/study")]
    [InlineData("such as http://127.0.0.1:5080", "serve", "--urls", ";")]
    [InlineData("with --store azure", "serve", "--silo", "127.0.0.1")]
    [InlineData("such as 10.0.0.4", "serve", "--store", "azure", "--azure", "UseDevelopmentStorage=true", "--silo", "0.0.0.0")]
    [InlineData("--azure CONNECTION", "serve", "--store", "azure")]
    [InlineData("either --demo or --template", "serve", "--demo", "--template", "signs-of-safety")]
    [InlineData("--families", "serve", "--demo", "--families", "0")]
    [InlineData("--help", "sevre")]
    public async Task Wrong_usage_ends_with_two_and_says_what_to_give(string saying, params string[] arguments)
    {
        using var folder = new TempFolder();
        var run = await Sos.Run(folder.Path, arguments);
        Assert.Equal(2, run.Exit);
        Assert.Contains(saying, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--azure cannot be read", "rubbish", "127.0.0.1")]
    [InlineData("192.0.2.1 is not an address of this machine", null, "192.0.2.1")] // kept for documentation: nobody's
    public async Task An_account_or_an_address_that_cannot_be_is_refused_in_one_sentence(string saying, string? azure, string silo)
    {
        using var folder = new TempFolder();
        var run = await Sos.Run(folder.Path, "serve", "--store", "azure", "--azure", azure ?? await Azurite.Shared, "--silo", silo, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, run.Exit);
        Assert.Contains(saying, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_template_that_does_not_exist_is_refused_with_the_names_of_those_that_do()
    {
        using var folder = new TempFolder();
        var run = await Sos.Run(folder.Path, "serve", "--template", "nothing-like-it", "--urls", "http://127.0.0.1:0");
        Assert.NotEqual(0, run.Exit);
        Assert.Contains("signs-of-safety", run.Error, StringComparison.Ordinal);
    }
}
