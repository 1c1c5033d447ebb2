using SosLongitudinal.Storage.Files;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.Files;

public sealed class FolderVaultContract : FileVaultContract
{
    private readonly TempFolder folder = new();

    protected override Task<IFileVault> Open() => Task.FromResult<IFileVault>(new FolderVault(folder.File("vault")));

    protected override Task Remove()
    {
        Directory.Delete(folder.File("vault"), recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void What_a_crash_left_of_an_upload_is_cleared_at_the_next_start()
    {
        var left = folder.File("vault/.incoming/half");
        File.WriteAllText(left, "half a file");
        _ = new FolderVault(folder.File("vault"));
        Assert.False(File.Exists(left));
    }

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();
        return base.DisposeAsync();
    }
}
