using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.XPath;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Rewriting;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>A form's choice lists as the document that the engine walks: <c>/form/list[@id]/root/item/column</c>. Made once, only ever read.</summary>
internal sealed class ChoiceLists
{
    private readonly FrozenDictionary<string, ImmutableArray<XPathNavigator>> choices;
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> labels;

    public ChoiceLists(InstrumentDefinition definition)
    {
        Root = Document(definition).CreateNavigator();
        choices = Root.Select("/form/list").Cast<XPathNavigator>().ToFrozenDictionary(
            list => list.GetAttribute("id", ""), list => list.Select("root/item").Cast<XPathNavigator>().Select(c => c.Clone()).ToImmutableArray());
        labels = definition.ChoiceLists.ToFrozenDictionary(l => l.Key, l => l.Value.DistinctBy(c => c.Text()).ToFrozenDictionary(c => c.Text(), c => c.Label ?? c.Text()));
    }

    public XPathNavigator Root { get; }

    /// <summary>One choice, by its place in its list.</summary>
    public XPathNavigator Choice(string list, int at) => choices[list][at];

    public string Label(string list, string value) => labels.GetValueOrDefault(list)?.GetValueOrDefault(value) ?? value;

    private static XPathDocument Document(InstrumentDefinition definition)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var xml = XmlWriter.Create(text, new() { CheckCharacters = false }))
        {
            xml.WriteStartElement("form");
            foreach (var (name, choices) in definition.ChoiceLists) Write(xml, name, choices);
            xml.WriteEndElement();
        }
        using var read = XmlReader.Create(new StringReader(text.ToString()), new() { CheckCharacters = false });
        return new(read);
    }

    private static void Write(XmlWriter xml, string name, ImmutableArray<Choice> choices)
    {
        xml.WriteStartElement("list");
        xml.WriteAttributeString("id", name);
        xml.WriteStartElement("root");
        foreach (var choice in choices)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("name", choice.Text());
            xml.WriteElementString("label", choice.Label ?? choice.Text());
            foreach (var (column, value) in choice.Attributes.DistinctBy(a => a.Key.ToLowerInvariant())) if (column is not ("name" or "label")) xml.WriteElementString(Rewriter.Column(column), value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
