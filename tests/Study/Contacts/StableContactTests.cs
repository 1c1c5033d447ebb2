using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Contacts;

public sealed class StableContactTests
{
    private static readonly StableContact Aunt = new("Ida Thornquist", "aunt") { Phone = "01632 960055" };

    [Fact]
    public void Details_from_before_there_were_any_are_read_and_written_as_the_same_bytes()
    {
        const string Before = """{"name":"Jo Example","addressLines":["4 Elm Row"],"postcode":"ZZ1 1ZZ","phones":[],"email":""}""";
        var read = JsonSerializer.Deserialize<ContactDetails>(Before, FactJson.Options)!;
        Assert.Null(read.Stable);
        Assert.Equal(Before, Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(read, FactJson.Options)));
        Assert.DoesNotContain("mail", JsonSerializer.Serialize(new SafeContact { DoNotCall = true }, FactJson.Options), StringComparison.OrdinalIgnoreCase);
        Assert.True(JsonSerializer.Deserialize<SafeContact>(JsonSerializer.Serialize(new SafeContact { DoNotEmail = true }, FactJson.Options), FactJson.Options)!.DoNotEmail);
    }

    [Theory]
    [InlineData("", "aunt", "01632 960055", "", "stable[0].name")]
    [InlineData("Ida", "", "01632 960055", "", "stable[0].relation")]
    [InlineData("Ida", "aunt", "soon", "", "stable[0].phone")]
    [InlineData("Ida", "aunt", "", "", "stable[0].phone")]
    [InlineData("Ida", "aunt", "", "ida@here", "stable[0].email")]
    public void Each_thing_that_cannot_be_is_refused_at_its_field(string name, string relation, string phone, string email, string field) =>
        Assert.Equal(field, Assert.Single(StableContacts.Fault([new(name, relation) { Phone = phone, Email = email }])!.Faults).Field);

    [Fact]
    public void Three_are_taken_and_four_are_not()
    {
        ImmutableArray<StableContact> three = [Aunt, Aunt, Aunt];
        Assert.Null(StableContacts.Fault(three));
        Assert.Equal("stable-contact.too-many", StableContacts.Fault(three.Add(Aunt))!.Code);
    }

    [Fact]
    public void They_are_shown_only_to_find_the_member_or_to_correct_the_details()
    {
        var card = new ContactCard(MemberId.Of(FamilyId.From("a family"), 'P', 1), new("Jo Example") { Stable = [Aunt] }, new());
        foreach (var purpose in Enum.GetValues<ContactPurpose>())
            Assert.Equal(purpose is ContactPurpose.Trace or ContactPurpose.Correct, card.For(purpose).Details!.Stable is not null);
        Assert.Equal("Jo Example", card.For(ContactPurpose.Visit).Details!.Name);
    }

    [Fact]
    public void Nobody_is_known_again_by_who_would_know_where_they_are()
    {
        var details = new ContactDetails("Jo Example") { Postcode = "ZZ1 1ZZ" };
        Assert.Equal(PersonKeys.Of(details), PersonKeys.Of(details with { Stable = [Aunt] }));
    }
}
