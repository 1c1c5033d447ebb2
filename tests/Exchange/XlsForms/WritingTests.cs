using CsCheck;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.XlsForms;

public sealed class WritingTests
{
    public static TheoryData<string> Library => [.. InstrumentShelf.Library.Newest.Select(d => d.Id.Text)];

    [Theory, MemberData(nameof(Library))]
    public void Every_instrument_of_the_library_comes_back_from_its_workbook_with_scales_and_bands(string id) => ComesBack(InstrumentShelf.Library[id]);

    [Fact]
    public void Any_definition_comes_back_from_its_workbook() => SomeDefinition.Any.Sample(ComesBack, iter: 300);

    [Fact]
    public void The_same_definition_is_always_the_same_bytes() => SomeDefinition.Any.Sample(
        definition => Assert.Equal(XlsForm.Write(definition), XlsForm.Write(InstrumentText.Read(InstrumentText.Write(definition)))), iter: 50);

    private static void ComesBack(InstrumentDefinition definition)
    {
        var reading = XlsForm.Read(XlsForm.Write(definition), new ImportTerms()).Accepted();
        Assert.True(reading.Definition is not null, string.Join('\n', reading.Notes));
        SameDefinition.Check(definition, reading.Definition!);
    }
}
