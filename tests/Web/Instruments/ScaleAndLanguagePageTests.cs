using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Instruments;

/// <summary>Scales, bands and further languages by page, and what they change said in Compare.</summary>
public sealed class ScaleAndLanguagePageTests(RunningStudy study)
{
    [Fact]
    public async Task A_scale_is_added_refused_at_its_field_banded_and_compared()
    {
        var visitor = await Begun("scale-pages");
        const string Draft = "/instruments/scale-pages/draft";
        (await visitor.Post($"{Draft}/scales/new", new Dictionary<string, string> { ["Fields.Name"] = "worry", ["Fields.Kind"] = "Sum", ["Fields.Parts"] = "damp cold", ["Fields.Max"] = "9" }))
            .ShouldAskFor("Fields.Max", "The scale worry declares a maximum of 9; its 2 items give 6.");
        Assert.Equal($"{Draft}#scores", (await visitor.Post($"{Draft}/scales/new", new Dictionary<string, string> { ["Fields.Name"] = "worry", ["Fields.Label"] = "Worry", ["Fields.Kind"] = "Sum", ["Fields.Parts"] = "damp cold" })).Location);
        Assert.Equal("6", (await visitor.Get($"{Draft}/scales/worry")).ValueOf("Fields.Max"));
        (await visitor.Post($"{Draft}/bands/new", new { Name = "band2", Title = "Two bands", Words = "low", Edges = "worry: 2 5" })).ShouldAskFor("Words", "The bands of worry in band2 have 2 edges and 1 words.");
        Assert.Equal($"{Draft}#scores", (await visitor.Post($"{Draft}/bands/new", new { Name = "band2", Title = "Two bands", Words = "low\nhigh", Edges = "worry: 2 5" })).Location);
        var compared = await visitor.Get("/instruments/scale-pages/compare");
        Assert.Contains("Scale added", compared.Words, StringComparison.Ordinal);
        Assert.Contains("Two bands: low, high; worry from 2 5", compared.Words, StringComparison.Ordinal);
        Assert.Equal($"{Draft}#scores", (await visitor.Post($"{Draft}/scales/worry", new { }, "handler=Drop")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Draft}/scales/worry")).Status);
    }

    [Fact]
    public async Task Words_in_a_further_language_are_typed_beside_their_own_and_shown_when_it_is_tried()
    {
        var visitor = await Begun("language-pages");
        const string Languages = "/instruments/language-pages/draft/languages";
        Assert.Contains("Enter a language", (await visitor.Get($"{Languages}?language=%3C%3E")).Words, StringComparison.Ordinal);
        var shown = await visitor.Get($"{Languages}?language=Polish%20(pl)");
        Assert.NotNull(shown.Document.QuerySelector("textarea[name='said.item:damp:label']"));
        Assert.Equal(Languages, (await visitor.Send(shown, Languages, new Dictionary<string, string> { ["said.item:damp:label"] = "Czy jest wilgotno?", ["said.choice:often:1"] = "Nigdy" })).Location);
        Assert.Contains("2 of", (await visitor.Get(Languages)).Words, StringComparison.Ordinal);
        Assert.Contains("Czy jest wilgotno?", (await visitor.Get("/instruments/language-pages/preview?version=2&language=Polish%20(pl)")).Words, StringComparison.Ordinal);
        var compared = await visitor.Get("/instruments/language-pages/compare");
        Assert.Contains("Other words in a further language", compared.Words, StringComparison.Ordinal);
        Assert.Contains("Polish (pl): Czy jest wilgotno?", compared.Words, StringComparison.Ordinal);
    }

    private async Task<Visitor> Begun(string instrument)
    {
        await study.Published(instrument);
        var visitor = await study.As(Roles.Administrator);
        await visitor.Post($"/instruments/{instrument}/draft", new { }, "Start");
        return visitor;
    }
}
