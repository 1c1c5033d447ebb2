using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;

namespace SosLongitudinal.Tests.Kit;

/// <summary>A study's own form of five questions, as it was at first and as it was changed: an item added, an item dropped, the choices of one recoded.</summary>
public static class Housing
{
    public static InstrumentDefinition First { get; } = new()
    {
        Id = new("housing"),
        Version = 1,
        Title = "Housing",
        Subject = InstrumentSubject.Family,
        Respondents = [RespondentRole.Parent, RespondentRole.Carer],
        Consent = ConsentScope.Interview,
        Track = Track.Interview,
        Licence = "The wording is the study's own.",
        ChoiceLists = ImmutableDictionary<string, ImmutableArray<Choice>>.Empty
            .Add("often", [new(1, "Never"), new(2, "Sometimes"), new(3, "Often")])
            .Add("tenure", [new(1, "Owns"), new(2, "Rents"), new(3, "Tied to a job")])
            .Add("yesno", [new(0, "No"), new(1, "Yes")]),
        Sections =
        [
            new("The home", [
                new() { Name = "rooms", Number = 1, Label = "Rooms", Type = ItemType.Number, Min = 1, Max = 20 },
                new() { Name = "tenure", Number = 2, Label = "How is the home held?", Choices = "tenure" },
                new() { Name = "damp", Number = 3, Label = "How often is it damp?", Choices = "often" },
                new() { Name = "cold", Number = 4, Label = "How often is it cold?", Choices = "often" },
                new() { Name = "garden", Number = 5, Label = "Is there a garden?", Choices = "yesno" },
            ]),
        ],
        Scales = [new() { Name = "hardship", Label = "Housing hardship", Items = ["damp", "cold"], Min = 2, Max = 6 }],
    };

    /// <summary>The garden dropped, noise added, "tied to a job" no longer offered, and frequencies counted from 0.</summary>
    public static InstrumentDefinition Second { get; } = First with
    {
        Version = 2,
        ChoiceLists = First.ChoiceLists
            .SetItem("often", [new(0, "Never"), new(1, "Sometimes"), new(2, "Often")])
            .SetItem("tenure", [new(1, "Owns"), new(2, "Rents")]),
        Sections = [new("The home", [.. First.Items.Take(4), new() { Name = "noise", Number = 5, Label = "How often is it noisy?", Choices = "often" }])],
        Scales = [First.Scales[0] with { Min = 0, Max = 4 }],
    };

    /// <summary>How the first version's frequencies become the second's.</summary>
    public static ImmutableArray<ItemLink> Links { get; } = [Recoded("damp"), Recoded("cold")];

    /// <summary>A study in which these versions were published and these links declared.</summary>
    public static StudyInstruments Published(ImmutableArray<ItemLink> links, params InstrumentDefinition[] versions) => StudyInstruments.None.With(
        new(First.Id) { Own = [.. versions.Select(v => new PublishedVersion(v, DateTimeOffset.UnixEpoch, "kate@example.org"))], Links = links, Version = 1 });

    private static ItemLink Recoded(string item) => new(item, 1, 2, LinkKind.Recoded) { Recode = [new(1, 0), new(2, 1), new(3, 2)] };
}
