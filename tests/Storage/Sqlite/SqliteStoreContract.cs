using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.Sqlite;

public sealed class SqliteStoreContract : RecordStoreContract
{
    private readonly TempFolder folder = new();

    protected override Task<IRecordStore> Open(int pageSize) =>
        Task.FromResult<IRecordStore>(SqliteRecordStore.Open(folder.File("data"), new() { PageSize = pageSize }));

    protected override Task<IRecordStore> Downed()
    {
        foreach (var file in Directory.GetFiles(folder.File("data"), "sos.db*")) File.Delete(file);
        return Task.FromResult(Store);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
