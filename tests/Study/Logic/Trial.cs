using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Logic;

/// <summary>A form to try expressions on: one item of each type, and children who repeat up to three times.</summary>
public static class Trial
{
    public static readonly FormMoment Moment = new(new(2016, 3, 15), new(2016, 3, 15, 14, 30, 0));

    public static readonly ImmutableArray<Item> Plain =
    [
        new() { Name = "age", Number = 1, Type = ItemType.Number, Decimals = true },
        new() { Name = "blank", Number = 2, Type = ItemType.Number },
        new() { Name = "born", Number = 3, Type = ItemType.Date },
        new() { Name = "nodate", Number = 4, Type = ItemType.Date },
        new() { Name = "seen", Number = 5, Type = ItemType.DateTime },
        new() { Name = "began", Number = 6, Type = ItemType.Time },
        new() { Name = "who", Number = 7, Type = ItemType.Text },
        new() { Name = "consent", Number = 8, Choices = "yesno" },
        new() { Name = "score", Number = 9, Choices = "scale" },
        new() { Name = "tools", Number = 10, Type = ItemType.Codes, Choices = "tools" },
        new() { Name = "rank", Number = 11, Type = ItemType.Ranking, Choices = "tools" },
        new() { Name = "refused", Number = 12, Type = ItemType.Number },
        new() { Name = "county", Number = 13, Choices = "counties" },
    ];

    private static readonly Dictionary<string, string?> Answers = new()
    {
        ["age"] = "7", ["born"] = "2009-03-20", ["seen"] = "2016-03-01T09:30", ["began"] = "14:30", ["who"] = "Anna  Bell", ["consent"] = "1", ["score"] = "2",
        ["tools"] = "1 3", ["rank"] = "3 1 2", ["refused"] = "refused", ["county"] = "2", ["kid_1"] = "4", ["kid_2"] = "9", ["kidname_1"] = "Ann", ["kidname_2"] = "Bo",
    };

    /// <summary>The trial form with further items behind it.</summary>
    public static InstrumentDefinition With(params IEnumerable<Item> items) => Sdq.Parent with
    {
        ChoiceLists = ImmutableDictionary<string, ImmutableArray<Choice>>.Empty
            .Add("yesno", [new(1, "Yes") { Name = "yes" }, new(0, "No") { Name = "no" }])
            .Add("scale", [new(0), new(1), new(2)])
            .Add("tools", [new(1, "Mapping") { Name = "map" }, new(2, "Three houses") { Name = "houses" }, new(3, "Words and pictures") { Name = "words" }])
            .Add("counties", [new(1, "Norfolk") { Name = "nf", Attributes = Column("region", "east") }, new(2, "Suffolk") { Name = "sf", Attributes = Column("region", "east") }, new(3, "Bristol") { Name = "bs", Attributes = Column("region", "west") }]),
        Sections =
        [
            new("Plain", Plain) { Name = "plain" },
            new("Children", [new() { Name = "kid", Number = 20, Type = ItemType.Number }, new() { Name = "kidname", Number = 21, Type = ItemType.Text }, new() { Name = "place", Number = 22, Type = ItemType.Computed, Calculation = "position(..)" }, new() { Name = "nextyear", Number = 23, Type = ItemType.Computed, Calculation = "${kid} + 1" }]) { Name = "child", Repeat = 3 },
            new("Tried", [.. items]) { Name = "tried" },
        ],
        Scales = [], Bands = [],
    };

    /// <summary>What an expression gives on the form as it is filled in here; the first fault's words where it cannot be used.</summary>
    public static string Of(string expression)
    {
        var form = With(new Item { Name = "tried", Number = 30, Type = ItemType.Computed, Calculation = expression });
        return FormLogic.Of(form).Faults.FirstOrDefault(f => f.Blocks) is { } fault ? $"{fault.Fault.Column}: {fault.Fault.Sentence}" : Filled(form)["tried"].AsText();
    }

    public static Answers Filled(InstrumentDefinition form, params (string Name, string Value)[] more)
    {
        var keyed = new Dictionary<string, string?>(Answers);
        foreach (var (name, value) in more) keyed[name] = value;
        return AnswerRules.Check(form, keyed, Moment).Accepted().Answers;
    }

    private static ImmutableDictionary<string, string> Column(string name, string value) => ImmutableDictionary<string, string>.Empty.Add(name, value);
}
