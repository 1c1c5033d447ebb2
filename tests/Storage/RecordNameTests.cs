using SosLongitudinal.Storage;
using CsCheck;

namespace SosLongitudinal.Tests.Storage;

/// <summary>Names are stored: changing one of these would lose a record.</summary>
public sealed class RecordNameTests
{
    [Theory]
    [InlineData("7K2M9QX", "7K2M9QX.json")]
    [InlineData("7K2M9QX-C1Z", "7K2M9QX-C1Z.json")]
    [InlineData("a-_~/Z09", "a-_~/Z09.json")]
    [InlineData("ann@demo.example", "ann%40demo%2Eexample.json")]
    [InlineData("100%", "100%25.json")]
    [InlineData("é \ud83c\udf31", "%C3%A9%20%F0%9F%8C%B1.json")]
    public void A_key_is_named_so(string key, string name) => Assert.Equal((name, key), (RecordName.Of(key), RecordName.KeyOf(name)));

    [Fact]
    public void Every_key_comes_back_from_its_name() => Some.Key.Sample(key => Assert.Equal(key, RecordName.KeyOf(RecordName.Of(key))));

    [Fact]
    public void Half_a_character_is_no_key() => Assert.ThrowsAny<ArgumentException>(() => RecordName.Of("\ud83c"));

    [Fact]
    public void A_key_too_long_for_a_blobs_name_is_refused_before_it_is_written()
    {
        Assert.Equal(905, RecordName.Of(new string('a', 900)).Length);
        Assert.Throws<ArgumentException>(() => RecordName.Of(new string('a', 901)));
        Assert.Throws<ArgumentException>(() => RecordName.Of(new string('@', 301)));
    }
}
