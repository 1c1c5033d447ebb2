using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>One version of an instrument, as data. Entry pages, checks, scores, columns and the codebook all come from it.</summary>
[Orleans.Immutable]
public sealed record InstrumentDefinition
{
    public required InstrumentId Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required InstrumentSubject Subject { get; init; }

    public required ImmutableArray<RespondentRole> Respondents { get; init; }

    public required ConsentScope Consent { get; init; }

    public required Track Track { get; init; }

    /// <summary>The subject's age on the form's own date; absent where age does not matter.</summary>
    public AgeRange? Age { get; init; }

    /// <summary>Instruments of one group measure the same thing; a design asks for a group and age chooses the form.</summary>
    public string? Group { get; init; }

    /// <summary>Which age form of its group it is: <c>4-17</c>.</summary>
    public string? AgeForm { get; init; }

    /// <summary>The standard form that this is the follow-up form of.</summary>
    public InstrumentId? FollowUpOf { get; init; }

    /// <summary>The form whose bands are shown, where they were not made for this one.</summary>
    public InstrumentId? BandsFrom { get; init; }

    public RecallPeriod? Recall { get; init; }

    /// <summary>In front of column names, by informant: <c>p</c>, <c>t</c> or <c>s</c>; empty where there is none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Who owns the wording and what may be done with it.</summary>
    public required string Licence { get; init; }

    /// <summary>What a user of the data needs to know of this definition.</summary>
    public string? Note { get; init; }

    public ImmutableDictionary<string, ImmutableArray<Choice>> ChoiceLists { get; init; } = ImmutableDictionary<string, ImmutableArray<Choice>>.Empty;

    public required ImmutableArray<Section> Sections
    {
        get;
        init
        {
            field = value;
            Laid = SectionLayout.Of(value);
            Items = [.. Laid.SelectMany(s => s.Items)];
            Shape = AnswerShape.Of(Items.Select(i => i.Name));
        }
    }

    public ImmutableArray<Scale> Scales { get; init; } = [];

    public ImmutableArray<BandScheme> Bands { get; init; } = [];

    /// <summary>The language of labels that name none.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The sections as they are filled in: a repeating one as often as it can occur.</summary>
    [JsonIgnore]
    public ImmutableArray<Section> Laid { get; private init; }

    /// <summary>All items in form order, those of a repeating section once for each time.</summary>
    [JsonIgnore]
    public ImmutableArray<Item> Items { get; private init; }

    /// <summary>The item names in form order, as answers hold them.</summary>
    [JsonIgnore]
    public AnswerShape Shape { get; private init; } = AnswerShape.Empty;

    public Item? ItemOf(string name) => Shape.IndexOf(name) is >= 0 and var index ? Items[index] : null;

    /// <summary>The column's name of an item or scale, informant in front: <c>pconsid</c>, <c>pebdtot</c>.</summary>
    public string ColumnOf(string name) => Prefix + name;

    public ImmutableArray<Choice> ChoicesOf(Item item) => item.Choices is { } list && ChoiceLists.TryGetValue(list, out var choices) ? choices : [];

    /// <summary>The choices that a form of this version can be answered with; dropped ones keep their codes and are not offered.</summary>
    public IEnumerable<Choice> OfferedBy(Item item) => ChoicesOf(item).Where(c => !c.Dropped);

    public BandScheme? BandsOf(string scheme) => Bands.FirstOrDefault(b => b.Name == scheme);

    public override string ToString() => $"{Id} version {Version}";
}
