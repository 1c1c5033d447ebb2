using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Web.Commands;

/// <summary>How a command gets at its study, whatever it then does there.</summary>
public sealed class StudyDoorTests
{
    [Theory]
    [InlineData("--token", "import", "responses", "in.csv", "--instrument", "i", "--wave", "w", "--server", "https://study.example")]
    [InlineData("either --server or --data", "import", "responses", "in.csv", "--instrument", "i", "--wave", "w", "--server", "https://study.example", "--token", "t", "--data", "here")]
    [InlineData("an address such as", "import", "responses", "in.csv", "--instrument", "i", "--wave", "w", "--server", "study.example", "--token", "t")]
    public async Task Pointing_at_no_study_or_at_two_is_wrong_usage(string saying, params string[] arguments)
    {
        using var folder = FolderWithFile();
        var run = await Sos.Run(folder.Path, arguments);
        Assert.Equal(2, run.Exit);
        Assert.Contains(saying, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_study_is_refused_and_stays_empty()
    {
        using var folder = FolderWithFile();
        var run = await Sos.Run(folder.Path, "import", "responses", "in.csv", "--instrument", "i", "--wave", "w", "--data", "nowhere");
        Assert.Equal(1, run.Exit);
        Assert.Contains("there is no study", run.Error, StringComparison.Ordinal);
        Assert.Equal("in.csv", Path.GetFileName(Directory.EnumerateFileSystemEntries(folder.Path).Single()));
    }

    [Fact]
    public async Task A_folder_that_another_process_has_open_is_refused_with_its_number()
    {
        using var folder = FolderWithFile();
        await using var held = SqliteRecordStore.Open(folder.Path);
        var run = await Sos.Run(folder.Path, "import", "responses", "in.csv", "--instrument", "i", "--wave", "w", "--data", ".");
        Assert.Equal(1, run.Exit);
        Assert.Contains($"{Environment.ProcessId}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        using var folder = FolderWithFile();
        var run = await Sos.Run(folder.Path, "import", "responses", "in.csv", "--instrument", "i", "--wave", "w", "--server", "http://127.0.0.1:9", "--token", "t");
        Assert.Equal(1, run.Exit);
        Assert.Contains("http://127.0.0.1:9 does not answer", run.Error, StringComparison.Ordinal);
    }

    private static TempFolder FolderWithFile()
    {
        var folder = new TempFolder();
        File.WriteAllText(folder.File("in.csv"), "");
        return folder;
    }
}
