using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.DataProtection;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.DataProtection;

public sealed class RecordXmlRepositoryTests
{
    [Fact]
    public async Task What_one_process_protected_the_next_one_opens()
    {
        using var folder = new TempFolder();
        string secret;
        await using (var store = SqliteRecordStore.Open(folder.Path)) secret = Protector(store).Protect("07700 900123");
        await using (var store = SqliteRecordStore.Open(folder.Path)) Assert.Equal("07700 900123", Protector(store).Unprotect(secret));
    }

    [Fact]
    public async Task An_element_is_written_once_under_its_name()
    {
        using var folder = new TempFolder();
        await using var store = SqliteRecordStore.Open(folder.Path);
        var keys = new RecordXmlRepository(store);
        keys.StoreElement(new XElement("key", new XAttribute("id", 1)), "key-1");
        keys.StoreElement(new XElement("key", new XAttribute("id", 2)), "");
        Assert.Throws<RecordConflictException>(() => keys.StoreElement(new XElement("other"), "key-1"));
        Assert.Equal(["1", "2"], keys.GetAllElements().Select(e => e.Attribute("id")!.Value).Order());
    }

    private static IDataProtector Protector(IRecordStore store)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("sos");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new RecordXmlRepository(store));
        return services.BuildServiceProvider().GetDataProtectionProvider().CreateProtector("contact");
    }
}
