using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

public sealed class LinkTests
{
    private static readonly StudyInstrument Changed = Kept.Housing.Drafted(Housing.Second);

    private static string Fault(params ItemLink[] links) => InstrumentRules.DeclareLinks(Changed, StudyBuilder.SmallDesign, [.. links]).Refused().Sentence;

    [Fact]
    public void A_link_names_items_and_versions_that_are_there()
    {
        Assert.Contains("no published version 7", Fault(new ItemLink("damp", 7, 8, LinkKind.Same)), StringComparison.Ordinal);
        Assert.Contains("Version 2 has no item garden", Fault(new ItemLink("garden", 1, 2, LinkKind.Same)), StringComparison.Ordinal);
        Assert.Contains("earlier version to a later", Fault(new ItemLink("damp", 2, 1, LinkKind.Same)), StringComparison.Ordinal);
        Assert.Contains("twice", Fault(Housing.Links[0], Housing.Links[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_compared_says_why() =>
        Assert.Contains("Say in a note", Fault(new ItemLink("damp", 1, 2, LinkKind.NotComparable)), StringComparison.Ordinal);

    [Fact]
    public void A_recode_table_covers_every_code_that_is_gone_and_names_only_codes_that_are_there()
    {
        Assert.Contains("Give the table", Fault(new ItemLink("damp", 1, 2, LinkKind.Recoded)), StringComparison.Ordinal);
        Assert.Contains("9 is not a code", Fault(new ItemLink("damp", 1, 2, LinkKind.Recoded) { Recode = [new(9, 0)] }), StringComparison.Ordinal);
        Assert.Contains("8 is not a code", Fault(new ItemLink("damp", 1, 2, LinkKind.Recoded) { Recode = [new(1, 8)] }), StringComparison.Ordinal);
    }
}
