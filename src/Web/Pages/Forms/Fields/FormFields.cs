using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Pages.Forms.Fields;

/// <summary>
/// An instrument's items as fields of a form, for every page that fills one in. The page's form carries <c>data-entry</c>; faults are those of the page's
/// model state under <see cref="TypedAnswers.Prefix"/> and the item's name.
/// </summary>
public sealed record FormFields(InstrumentDefinition Instrument, TypedAnswers Typed)
{
    /// <summary>The language of labels and hints.</summary>
    public string Language { get; init; } = Instrument.Language;

    /// <summary>Two columns of narrow rows, so that a whole form is in sight.</summary>
    public bool Compact { get; init; }

    /// <summary>Where the page's script asks what the form so far means; empty where no expression stands in it.</summary>
    public string Evaluate => Instrument.Items.Any(i => i.Relevant is not null || (i.Calculation ?? i.ChoiceFilter ?? i.RequiredWhen ?? i.ReadOnlyWhen) is not null) || Instrument.Sections.Any(s => s.Relevant is not null || s.RepeatCount is not null)
        ? $"/api/v1/instruments/{Instrument.Id}/evaluate"
        : "";

    /// <summary>The sections in runs: each time of a repeating section is one, all other sections in between are one.</summary>
    public IEnumerable<FieldRun> Runs
    {
        get
        {
            var runs = new List<FieldRun>();
            foreach (var section in Instrument.Laid)
            {
                var instance = section.Items.IsEmpty ? runs.LastOrDefault()?.Instance ?? 0 : section.Items[0].Instance;
                if (runs.Count == 0 || runs[^1].Instance != instance) runs.Add(new(instance, []));
                runs[^1] = runs[^1] with { Sections = runs[^1].Sections.Add(section) };
            }
            return runs;
        }
    }

    /// <summary>Whether anything was typed in a run, so that it is shown open.</summary>
    public bool IsBegun(FieldRun run) => run.Sections.Any(s => s.Items.Any(i => Typed[i].Length > 0));
}

/// <summary>Sections that are shown together; from the second time of a repeating section on only when they are wanted.</summary>
public sealed record FieldRun(int Instance, ImmutableArray<Section> Sections);

/// <summary>One item as a field.</summary>
public sealed record ItemField(FormFields Form, Item Item)
{
    /// <summary>More choices than keys and room allow are chosen from a list.</summary>
    private const int MostButtons = 20;

    public string Name => TypedAnswers.Prefix + Item.Name;

    public string Id => Name.Replace('.', '-');

    public string Caption => Item.CaptionIn(Form.Language);

    public string? Hint => Item.HintIn(Form.Language);

    public string Typed => Form.Typed[Item];

    /// <summary>What can be chosen today, and a dropped choice where it was chosen.</summary>
    public ImmutableArray<Choice> Choices => [.. Form.Instrument.ChoicesOf(Item).Where(c => !c.Dropped || Has(c))];

    public bool IsList => Choices.Length > MostButtons;

    /// <summary>The simple gate as the page's script reads it.</summary>
    public string? Gate => Item.Relevance is { } gate ? $"{TypedAnswers.Prefix}{gate.Item}={string.Join(' ', gate.Values)}" : null;

    public string? LabelOf(Choice choice) => choice.LabelIn(Form.Language);

    public bool Has(Choice choice) => Form.Typed.Has(Item, Code(choice));

    public static string Code(Choice choice) => choice.Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value as a person reads it, for an item that is not keyed.</summary>
    public string Shown => Form.Instrument.ChoicesOf(Item).FirstOrDefault(c => Code(c) == Typed) is { } choice ? LabelOf(choice) ?? Typed : Typed;
}
