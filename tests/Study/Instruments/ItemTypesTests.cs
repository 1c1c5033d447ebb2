using System.Text.Json;
using CsCheck;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class ItemTypesTests
{
    private static readonly InstrumentDefinition Diary = Sdq.Parent with
    {
        ChoiceLists = Sdq.Parent.ChoiceLists.Add("tools", [new(1), new(2), new(3)]),
        Sections = [new("Diary",
        [
            new() { Name = "began", Number = 1, Type = ItemType.Time },
            new() { Name = "seen", Number = 2, Type = ItemType.DateTime },
            new() { Name = "tools", Number = 3, Type = ItemType.Ranking, Choices = "tools" },
            new() { Name = "thanks", Number = 4, Type = ItemType.Note },
        ])],
        Scales = [], Bands = [],
    };

    [Theory]
    [InlineData("began", "9:05", "09:05"), InlineData("began", "14:30:00.000+01:00", "14:30"), InlineData("began", "14:30:07Z", "14:30:07"), InlineData("began", "25:00", null), InlineData("began", "half past", null)]
    [InlineData("seen", "2016-03-01 9:30", "2016-03-01T09:30"), InlineData("seen", "2016-03-01T14:30:00.000-05:00", "2016-03-01T14:30"), InlineData("seen", "2016-02-30T10:00", null), InlineData("seen", "2016-03-01", null)]
    [InlineData("tools", "3,1 2", "3 1 2"), InlineData("tools", "3", "3"), InlineData("tools", "3 3", null), InlineData("tools", "3 x", null), InlineData("tools", "9 1", null)]
    [InlineData("began", "refused", "refused"), InlineData("tools", "dont-know", "dont-know")]
    public void A_time_an_instant_and_a_ranking_are_held_in_one_form(string item, string keyed, string? held)
    {
        var byPerson = AnswerRules.Check(Diary, new Dictionary<string, string?> { [item] = keyed });
        Assert.Equal(held, byPerson.Match(a => a.Answers[item].AsText(), _ => (string?)null));
        if (MissingReasons.TryParse(keyed, out _)) return;
        var byClient = AnswerRules.Check(Diary, new Dictionary<string, JsonElement> { [item] = JsonSerializer.SerializeToElement(keyed) });
        Assert.Equal(held, byClient.Match(a => a.Answers[item].AsText(), _ => (string?)null));
    }

    [Fact]
    public void A_client_may_send_a_ranking_as_a_list_and_its_order_stays() =>
        Assert.Equal("2 3 1", AnswerRules.Check(Diary, new Dictionary<string, JsonElement> { ["tools"] = JsonSerializer.SerializeToElement(new[] { 2, 3, 1 }) }).Accepted().Answers["tools"].AsText());

    [Fact]
    public void A_note_is_not_applicable_and_takes_no_answer()
    {
        Assert.Equal(Answer.Of(MissingReason.NotApplicable), AnswerRules.Check(Diary, new Dictionary<string, string?>()).Accepted().Answers["thanks"]);
        Assert.Equal(["thanks"], AnswerRules.Check(Diary, new Dictionary<string, string?> { ["thanks"] = "yes" }).Refused().Faults.Select(f => f.Field));
    }

    [Fact]
    public void What_is_in_one_form_stays_in_it() =>
        Gen.Select(Gen.Int[0, 86_399], Gen.Int[730_000, 740_000]).Sample((second, day) =>
        {
            var instant = DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue).AddSeconds(second);
            return TextForms.DateTime(TextForms.Of(instant)) == TextForms.Of(instant) && TextForms.Time(TextForms.Of(TimeOnly.FromDateTime(instant))) == TextForms.Of(TimeOnly.FromDateTime(instant));
        });
}
