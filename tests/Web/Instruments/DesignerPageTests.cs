using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Instruments;

/// <summary>A draft changed by page only: items and sections added, moved, dropped, brought back; what cannot be worked out is said at its field.</summary>
public sealed class DesignerPageTests(RunningStudy study)
{
    [Fact]
    public async Task Items_are_moved_numbered_dropped_and_brought_back()
    {
        var draft = await Begun("designer-moves");
        Assert.Equal("/instruments/designer-moves/draft#item-cold", (await draft("", new() { ["Item"] = "cold" }, "Up")).Location);
        Assert.Equal("/instruments/designer-moves/draft", (await draft("", [], "Number")).Location);
        Assert.Equal("/instruments/designer-moves/draft", (await draft("", new() { ["Item"] = "garden" }, "Drop")).Location);
        var shown = await (await study.As(Roles.Administrator)).Get("/instruments/designer-moves/draft");
        Assert.Contains("Dropped since version 1", shown.Words, StringComparison.Ordinal);
        await draft("", new() { ["Item"] = "garden" }, "BringBack");
        var back = await (await study.As(Roles.Administrator)).Get("/instruments/designer-moves/draft");
        Assert.DoesNotContain("Dropped since", back.Words, StringComparison.Ordinal);
        var names = back.Document.QuerySelectorAll("tr[id^='item-']").Select(r => r.Id!["item-".Length..]).ToList();
        Assert.True(names.IndexOf("cold") < names.IndexOf("damp"), string.Join(' ', names));
    }

    [Fact]
    public async Task A_rule_that_cannot_be_worked_out_is_said_at_its_field_and_kept_as_it_was_typed()
    {
        var draft = await Begun("designer-rules");
        var refused = await draft("/add", new() { ["Name"] = "bedrooms", ["Type"] = "Number", ["Fields.WithRules"] = "true", ["Fields.Number"] = "9", ["Fields.Min"] = "none", ["Fields.Relevant"] = "${damp} = 1" });
        refused.ShouldAskFor("Fields.Min", "Enter a number such as 10, or leave it empty.");
        refused = await draft("/add", new() { ["Name"] = "bedrooms", ["Type"] = "Number", ["Fields.WithRules"] = "true", ["Fields.Number"] = "9", ["Fields.Relevant"] = "${nothing} = 1", ["Fields.Constraint"] = ". >" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        refused.ShouldAskFor("Fields.Relevant", "There is no item 'nothing'. Correct the name, or add the item.");
        Assert.Equal("${nothing} = 1", refused.ValueOf("Fields.Relevant"));
        Assert.Equal(["There is no item 'nothing'. Correct the name, or add the item.", "Character 4: "], refused.Document.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent.StartsWith("Character", StringComparison.Ordinal) ? a.TextContent[..13] : a.TextContent));
        Assert.NotNull(refused.Document.QuerySelector("details[open] #Fields-Constraint, details[open] [name='Fields.Constraint']"));
    }

    [Fact]
    public async Task An_item_keeps_the_rules_that_were_typed_and_a_new_one_takes_known_choices()
    {
        var draft = await Begun("designer-keeps");
        Assert.Equal("/instruments/designer-keeps/draft#item-bedrooms", (await draft("/add", new() { ["Name"] = "bedrooms", ["Type"] = "Number", ["After"] = "", ["Fields.WithRules"] = "true", ["Fields.Number"] = "9", ["Fields.Min"] = "0", ["Fields.Max"] = "20", ["Fields.RequiredWhen"] = "${damp} = 1", ["Fields.Constraint"] = ". != 13", ["Fields.ConstraintMessage"] = "Not thirteen" })).Location);
        Assert.Equal("/instruments/designer-keeps/draft#item-mould", (await draft("/add", new() { ["Name"] = "mould", ["Type"] = "Code", ["After"] = "bedrooms", ["Fields.WithRules"] = "true", ["Fields.Number"] = "10", ["Fields.List"] = "often" })).Location);
        var shown = await (await study.As(Roles.Administrator)).Get("/instruments/designer-keeps/draft/items/bedrooms");
        Assert.Equal(("0", "20", "${damp} = 1", ". != 13"), (shown.ValueOf("Fields.Min"), shown.ValueOf("Fields.Max"), shown.ValueOf("Fields.RequiredWhen"), shown.ValueOf("Fields.Constraint")));
        var listed = await (await study.As(Roles.Administrator)).Get("/instruments/designer-keeps/draft");
        Assert.Contains("Must be answered where: ${damp} = 1", listed.Words, StringComparison.Ordinal);
        Assert.Equal(["bedrooms", "mould"], listed.Document.QuerySelectorAll("tr[id^='item-']").Take(2).Select(r => r.Id!["item-".Length..]));
    }

    [Fact]
    public async Task A_section_is_added_filled_changed_and_its_heading_taken_out()
    {
        var draft = await Begun("designer-sections");
        (await draft("/sections/new", new() { ["Title"] = "", ["After"] = "0" })).ShouldAskFor("Title", "Enter a title.");
        Assert.Equal("/instruments/designer-sections/draft", (await draft("/sections/new", new() { ["Title"] = "Pets", ["After"] = "" })).Location);
        Assert.Equal("/instruments/designer-sections/draft#item-cats", (await draft("/add", new() { ["Section"] = "0", ["Name"] = "cats", ["Type"] = "Number", ["Fields.Number"] = "20" })).Location);
        (await draft("/sections/1", new() { ["Title"] = "Pets", ["Repeat"] = "often" })).ShouldAskFor("Repeat", "Enter a whole number such as 5, or leave it empty.");
        Assert.Equal("/instruments/designer-sections/draft", (await draft("/sections/1", new() { ["Title"] = "Cats", ["Repeat"] = "3" })).Location);
        Assert.Contains("Filled in up to 3 times", (await (await study.As(Roles.Administrator)).Get("/instruments/designer-sections/draft")).Words, StringComparison.Ordinal);
        await draft("/sections/1", new() { ["Title"] = "Cats" });
        Assert.Equal("/instruments/designer-sections/draft", (await draft("/sections/1", [], "Drop")).Location);
        var left = await (await study.As(Roles.Administrator)).Get("/instruments/designer-sections/draft");
        Assert.DoesNotContain("Cats", left.Words, StringComparison.Ordinal);
        Assert.NotNull(left.Document.QuerySelector("#item-cats"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await study.As(Roles.Administrator)).Get("/instruments/designer-sections/draft/sections/99")).Status);
    }

    private async Task<Drafting> Begun(string instrument)
    {
        await study.Published(instrument);
        var administrator = await study.As(Roles.Administrator);
        await administrator.Post($"/instruments/{instrument}/draft", new { }, "Start");
        return (path, fields, handler) => path.Length == 0
            ? administrator.Press($"/instruments/{instrument}/draft", handler, fields)
            : administrator.Post($"/instruments/{instrument}/draft{path}", fields, handler);
    }

    private delegate Task<Page> Drafting(string path, Dictionary<string, string> fields, string handler = "");
}
