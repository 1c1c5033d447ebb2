using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Demo;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

public sealed class DemoContactTests
{
    [Fact]
    public async Task A_demo_served_by_a_silo_answers_and_gets_its_contact_details_once()
    {
        using var folder = new TempFolder();
        await using var store = SqliteRecordStore.Open(folder.Path);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await DemoStudy.Load(store, 8, today, cancellation: TestContext.Current.CancellationToken);
        await using var cluster = await StudyCluster.Start(store, silos: 1, new RegisterOptions(TimeSpan.FromMinutes(1)));
        var grains = cluster.Client;
        var demo = new DemoStudyData(8, today);
        var taking = demo.Families.Take(demo.Taking).ToList();

        var members = await DemoContactPass.Run(grains, 8, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(members >= taking.Count, $"{members}");
        Assert.Equal(members, await DemoContactPass.Run(grains, 8, TimeProvider.System, TestContext.Current.CancellationToken));

        var family = (await grains.Family(taking[0].Id).Read())!;
        var history = await grains.Contact(family.Id).History();
        Assert.Equal(family.Members.Count(m => m.Role != MemberRole.Teacher), history.Count(h => h.Kind == "contact.recorded"));
        var card = Assert.IsType<Decision<ContactCard>.Accepted>(await grains.Contact(family.Id)
            .View(family.Members[0].Id, ContactPurpose.Trace, new(true, false, null), new(OperationId.New(), DemoAccounts.Coordinator, DateTimeOffset.UtcNow))).Value;
        Assert.StartsWith("07700 900", Assert.Single(card.Details!.Phones));
        Assert.StartsWith("ZZ", card.Details.Postcode);
    }
}
