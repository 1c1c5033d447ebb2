using System.Text;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Grains;

public sealed class ContactTests(StudyCluster study)
{
    private const string Interviewer = "interviewer@example.org";
    private static readonly ContactViewer Office = new(Office: true, Interviewer: false, Sites: null);
    private static readonly ContactViewer Field = new(Office: false, Interviewer: true, Sites: [Some.Site]);
    private static readonly ContactDetails Details = new("Jo Rowanberry") { AddressLines = ["4 Elm Row"], Postcode = "ZZ1 1ZZ", Phones = ["01632 960001"], Stable = [new("Ida Thornquist", "godmother") { Phone = "01632 960055", AddressLines = ["2 Alder Mews"], Email = "ida@example.org" }] };

    [Fact]
    public async Task The_ledger_holds_no_word_of_what_was_recorded()
    {
        var (family, mother) = await Known();
        Some.Accepted(await study.Grains.Contact(family.Id).SetFlags(mother, new() { DoNotCall = true, CodeWord = "bluebell" }, Office, Some.Stamp()));

        var stored = Encoding.UTF8.GetString((await Stored(family)).Span);

        foreach (var word in (string[])["Rowanberry", "Elm", "ZZ1", "960001", "bluebell", "Thornquist", "godmother", "960055", "Alder", "ida@"]) Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase);
        Assert.Null(LedgerCheck.Of("sos.contact", family.Id.ToString(), await Stored(family)).Fault);
    }

    [Fact]
    public async Task The_same_operation_again_is_the_same_although_it_is_sealed_anew()
    {
        var (family, mother) = await Known();
        var contact = study.Grains.Contact(family.Id);
        var stamp = Some.Stamp();
        var moved = Details with { AddressLines = ["9 Oak Way"] };
        Some.Accepted(await contact.Record(mother, moved, Office, stamp));
        Some.Accepted(await contact.Record(mother, moved, Office, stamp));
        Some.Accepted(await contact.Record(mother, moved, Office, Some.Stamp()));
        Assert.Equal("operation.reused", Some.Refused(await contact.Record(mother, Details, Office, stamp)).Code);
        Assert.Equal(2, (await contact.History()).Length);
    }

    [Fact]
    public async Task Each_view_shows_one_member_and_is_logged()
    {
        var (family, mother) = await Known();
        var card = Some.Accepted(await study.Grains.Contact(family.Id).View(mother, ContactPurpose.Visit, Office, Some.Stamp()));

        Assert.Equal("4 Elm Row", Assert.Single(card.Details!.AddressLines));
        var logged = (await study.Grains.Contact(family.Id).History())[^1];
        Assert.Equal(("contact.viewed", "test@example.org", $$"""{"member":"{{mother}}","purpose":"visit"}"""), (logged.Kind, logged.By, logged.Content));
        Assert.Equal("contact.none", Some.Refused(await study.Grains.Contact(family.Id).View(family.Members[0].Id, ContactPurpose.Visit, Office, Some.Stamp())).Code);
    }

    [Fact]
    public async Task An_interviewer_sees_only_from_assignment_to_outcome()
    {
        var (family, mother) = await Known();
        Task<Decision<ContactCard>> View() => study.Grains.Contact(family.Id).View(mother, ContactPurpose.Visit, Field, Some.Stamp() with { By = Interviewer });
        Assert.Equal("contact.not-assigned", Some.Refused(await View()).Code);

        Some.Accepted(await study.Grains.Fieldwork(family.Id).Assign(new("t1"), Interviewer, new(2024, 1, 12), Some.Stamp()));
        Some.Accepted(await View());

        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));
        Assert.Equal("contact.not-assigned", Some.Refused(await View()).Code);
    }

    [Fact]
    public async Task Another_site_and_another_role_see_nothing()
    {
        var (family, mother) = await Known();
        var elsewhere = Office with { Sites = [Some.OtherSite] };
        Assert.Equal("family.unknown", Some.Refused(await study.Grains.Contact(family.Id).View(mother, ContactPurpose.Visit, elsewhere, Some.Stamp())).Code);
        var researcher = new ContactViewer(Office: false, Interviewer: false, Sites: null);
        Assert.Equal("contact.not-yours", Some.Refused(await study.Grains.Contact(family.Id).View(mother, ContactPurpose.Visit, researcher, Some.Stamp())).Code);
    }

    [Fact]
    public async Task Ages_are_given_out_and_birth_dates_must_fit_the_birth_month()
    {
        var (family, _) = await Known();
        var (contact, child) = (study.Grains.Contact(family.Id), family.Members[0].Id);
        Assert.Equal("contact.birth-month", Some.Refused(await contact.Record(child, new("Sam Example") { BirthDate = new(2018, 4, 9) }, Office, Some.Stamp())).Code);
        Some.Accepted(await contact.Record(child, new("Sam Example") { BirthDate = new(2018, 3, 9) }, Office, Some.Stamp()));
        Assert.Equal(5, Some.Accepted(await contact.AgeOn(child, new(2024, 3, 8))));
        Assert.Equal(6, Some.Accepted(await contact.AgeOn(child, new(2024, 3, 9))));
    }

    [Fact]
    public async Task Erasing_one_member_leaves_the_others_and_a_whole_chain()
    {
        var (family, mother) = await Known();
        var (contact, child) = (study.Grains.Contact(family.Id), family.Members[0].Id);
        Some.Accepted(await contact.Record(child, new("Sam Example"), Office, Some.Stamp()));
        var stamp = Some.Stamp("asked by the mother");

        Some.Accepted(await contact.Erase(mother, Office, stamp));
        Some.Accepted(await contact.Erase(mother, Office, stamp));

        Assert.Equal([child], Some.Accepted(await contact.Standing(Office, "test@example.org")).Select(s => s.Member));
        var ledger = Ledger<ContactFact>.FromStored(family.Id.ToString(), await Stored(family));
        Assert.Equal([true, false, false], ledger.Stored.Select(f => f.IsErased));
        Assert.Null(LedgerCheck.Of("sos.contact", family.Id.ToString(), await Stored(family)).Fault);
    }

    private async Task<(FamilyState Family, MemberId Mother)> Known()
    {
        var family = await study.Family(Some.Consented());
        var mother = family.Members[1].Id;
        Some.Accepted(await study.Grains.Contact(family.Id).Record(mother, Details, Office, Some.Stamp()));
        return (family, mother);
    }

    private async Task<ReadOnlyMemory<byte>> Stored(FamilyState family) => (await study.Store.Inner.Read(new RecordKey("contact", family.Id.ToString())))!.Content;
}
