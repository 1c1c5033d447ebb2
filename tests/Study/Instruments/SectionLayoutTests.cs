using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class SectionLayoutTests
{
    [Fact]
    public void A_repeating_section_is_laid_out_as_often_as_it_can_occur_with_what_lies_in_it()
    {
        var definition = With(
            new Section("Home", [Text("rooms")]),
            new Section("Child", [Text("first")]) { Name = "child", Repeat = 2 },
            new Section("School", [Text("school")]) { Name = "school", Parent = "child" },
            new Section("Child", [Text("last")]) { Name = "child", Repeat = 2 },
            new Section("End", [Text("remarks")]));

        Assert.Equal(["rooms", "first_1", "school_1", "last_1", "first_2", "school_2", "last_2", "remarks"], definition.Items.Select(i => i.Name));
        Assert.Equal(["Home", "Child (1)", "School (1)", "Child (1)", "Child (2)", "School (2)", "Child (2)", "End"], definition.Laid.Select(s => s.Title));
        Assert.Equal((2, "school"), (definition.ItemOf("school_2")!.Instance, definition.ItemOf("school_2")!.Declared));
    }

    [Fact]
    public void A_definition_with_every_property_is_read_as_it_was_written()
    {
        var definition = With(new Section("Home", [Text("rooms") with { Relevant = "${x} = 1", Constraint = ". > 0", Hint = "Count", Default = "2", Identifies = true }]) { Name = "home", Repeat = 3, RepeatCount = "${n}" });
        var text = InstrumentText.Write(definition);
        Assert.Equal(text, InstrumentText.Write(InstrumentText.Read(text)));
        Assert.DoesNotContain("instance", text, StringComparison.Ordinal);
    }

    private static Item Text(string name) => new() { Name = name, Number = 1, Type = ItemType.Text };

    private static InstrumentDefinition With(params Section[] sections)
    {
        var form = InstrumentShelf.Library["parent-questionnaire"];
        return form with { Scales = [], Bands = [], Sections = [.. sections] };
    }
}
