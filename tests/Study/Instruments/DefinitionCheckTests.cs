using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class DefinitionCheckTests
{
    private static InstrumentDefinition Changed(string id, string old, string next)
    {
        var text = InstrumentText.Write(InstrumentShelf.Library[id]);
        Assert.Contains(old, text);
        return InstrumentText.Read(text.Replace(old, next));
    }

    [Theory, MemberData(nameof(LibraryTests.Ids), MemberType = typeof(LibraryTests))]
    public void Nothing_in_the_library_clashes(string id) =>
        Assert.DoesNotContain(DefinitionCheck.Clashes(InstrumentShelf.Library[id]), c => c.Blocks);

    [Fact]
    public void Printed_maxima_that_cannot_be_are_named_in_the_library() =>
        Assert.Equal(["receptive", "relation", "mistrust", "ces"], DefinitionCheck.Clashes(InstrumentShelf.Library["yatchmenoff-ces"]).Select(c => c.Where));

    [Fact]
    public void Subscale_maxima_that_do_not_add_to_the_total_are_a_clash()
    {
        var printed = Changed("yatchmenoff-ces", "\"max\": 20", "\"max\": 16");
        var clashes = DefinitionCheck.Clashes(printed).Where(c => c.Blocks).ToImmutableArray();
        Assert.Equal(["receptive", "relation", "mistrust", "ces"], clashes.Select(c => c.Where));
        Assert.Contains("declares a maximum of 95; its parts add to 83 (35 + 16 + 16 + 16)", clashes[^1].Sentence);
        Assert.Contains("4 items give 20", clashes[0].Sentence);
    }

    [Theory]
    [InlineData("\"item\": \"ebddiff\"", "\"item\": \"ebddif\"", "depends on ebddif, which is not an item")]
    [InlineData("\"item\": \"ebddiff\"", "\"item\": \"impleis\"", "depends on impleis, which comes after it")]
    [InlineData("\"choices\": \"gate\"", "\"choices\": \"gates\"", "ebddiff has no choices")]
    [InlineData("\"least\": 3", "\"least\": 6", "needs 6 of 5 items")]
    [InlineData("\"name\": \"shares\"", "\"name\": \"Shares it\"", "is not 1 to 64 lower-case letters")]
    [InlineData("\"scale\": \"peer\"", "\"scale\": \"peers\"", "bands peers, which is not a scale")]
    [InlineData("\"name\": \"impact\"", "\"name\": \"consid\"", "names an item and a scale")]
    public void A_slip_in_a_definition_is_named(string old, string next, string sentence) =>
        Assert.Contains(DefinitionCheck.Clashes(Changed("sdq-p-4-17", old, next)), c => c.Blocks && c.Sentence.Contains(sentence));

    [Theory]
    [InlineData("\"least\"", "\"leest\""), InlineData("\"name\": \"restles\"", "\"name\": \"consid\""), InlineData("\"version\": 1,", "")]
    public void Text_that_is_no_definition_cannot_be_read(string old, string next) =>
        Assert.Throws<System.Text.Json.JsonException>(() => Changed("sdq-p-4-17", old, next));
}
