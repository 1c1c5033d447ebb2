using CsCheck;
using SosLongitudinal.Study.Contacts;

namespace SosLongitudinal.Tests.Study.Contacts;

public sealed class PersonKeysTests
{
    private static readonly string[] Parts = ["Zoë", "smith", "O'Brien", "Łucja", "Mrs", "García-López", "van", "DER", "Berg", "x"];
    private static readonly Gen<string> Words = Gen.Int[0, 9].Select(i => Parts[i]).List[1, 4].Select(w => string.Join(' ', w));

    [Theory]
    [InlineData("Smith, Miss Zoë", "SMITH ZOE")]
    [InlineData("zoe  SMITH", "SMITH ZOE")]
    [InlineData("Dr. Seán O’Brien", "OBRIEN SEAN")]
    [InlineData("Mrs", "MRS")]
    [InlineData("", "")]
    public void A_name_is_its_words_in_order_without_accents_and_titles(string typed, string name) => Assert.Equal(name, PersonKeys.Name(typed));

    [Fact]
    public void What_is_normal_stays_as_it_is() => Words.Sample(typed => Assert.Equal(PersonKeys.Name(typed), PersonKeys.Name(PersonKeys.Name(typed))));

    [Fact]
    public void Order_case_and_spaces_do_not_matter() => Words.Sample(typed =>
    {
        var turned = string.Join("  ", typed.Split(' ').Reverse()).ToUpperInvariant();
        Assert.Equal(PersonKeys.Name(typed), PersonKeys.Name($" {turned} "));
    });

    [Fact]
    public void A_postcode_is_its_letters_and_digits() => Gen.Char["abZ019 -"].Array[0, 8].Select(c => new string(c)).Sample(typed =>
        Assert.Equal(PersonKeys.Postcode(typed), PersonKeys.Postcode(string.Join(' ', typed.ToLowerInvariant().ToCharArray()))));

    [Fact]
    public void Two_of_three_are_enough_to_be_known_again_and_one_is_not()
    {
        var whole = new ContactDetails("Zoë Smith") { BirthDate = new(2010, 6, 25), Postcode = "ZZ1 1ZZ" };
        var moved = new ContactDetails("smith zoe") { BirthDate = new(2010, 6, 25), Postcode = "ZZ2 2ZZ" };
        var undated = new ContactDetails("Smith, Zoe") { Postcode = "zz11zz" };
        Assert.Single(PersonKeys.Of(whole).Intersect(PersonKeys.Of(moved)));
        Assert.Single(PersonKeys.Of(whole).Intersect(PersonKeys.Of(undated)));
        Assert.Empty(PersonKeys.Of(moved).Intersect(PersonKeys.Of(undated)));
        Assert.Empty(PersonKeys.Of(new("Zoe Smith")));
    }
}
