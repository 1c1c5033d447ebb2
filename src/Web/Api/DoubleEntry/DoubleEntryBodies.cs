using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.DoubleEntry;

/// <summary>A form entered a second time: answers by item name, as for the first entry. The version of the instrument is the first entry's.</summary>
public sealed record SecondBody(DateOnly CompletedOn, IReadOnlyDictionary<string, JsonElement> Answers, FormMode Mode = FormMode.Paper, string Language = "en");

/// <summary>A first entry as told to whoever makes the second.</summary>
public sealed record SecondAsked(SecondStatus Status, int InstrumentVersion, string FirstBy, DateTimeOffset FirstAt)
{
    public static SecondAsked Of(Form first, bool isDrawn) => new(SecondStatuses.Of(first, _ => isDrawn), first.InstrumentVersion, first.EnteredBy, first.EnteredAt);
}

/// <summary>How a twice entered form stands; <c>open</c> counts the differences that are not settled.</summary>
public sealed record SecondSaved(SecondStatus Status, int Open, string EnteredBy, DateTimeOffset EnteredAt, ImmutableArray<string> SetAside)
{
    public static SecondSaved Of(SecondReceipt receipt) =>
        new(receipt.Status, receipt.Open, receipt.Second.By, receipt.Second.At, receipt.Second.Aside?.Shape.Names ?? []);
}

/// <summary>One difference: <c>take</c> is <c>first</c>, <c>second</c> or <c>third</c>; a third needs its <c>value</c> and a <c>reason</c>.</summary>
public sealed record SettleItem(string Item, SettledBy Take, JsonElement? Value = null, string? Reason = null)
{
    /// <summary>A value that cannot be read is none, which the rule then asks for.</summary>
    public Settlement ToSettlement(InstrumentDefinition? definition) => new(Item, Take, Value is not { } sent ? null : definition?.ItemOf(Item) is { } item ? AnswerReading.Of(item, sent) : Plain(sent), Reason);

    private static Answer? Plain(JsonElement sent) => sent.ValueKind == JsonValueKind.String && sent.GetString() is { Length: > 0 } text ? Answer.Of(text) : null;
}

/// <summary>Some or all differences of a form. With the last of them the form takes the settled answers.</summary>
public sealed record SettleBody(ImmutableArray<SettleItem> Items);

public sealed record EntryView(string By, DateTimeOffset At);

public sealed record SettledView(SettledBy Take, object? Value, string By, DateTimeOffset At, string? Reason);

/// <summary>Where the two entries differ; items are named as in the instrument, the form's own date, mode and language <c>@completedOn</c>, <c>@mode</c>, <c>@language</c>.</summary>
public sealed record DifferenceView(string Item, int? Number, object? First, object? Second, SettledView? Settled);

public sealed record DifferencesView(SecondStatus Status, EntryView First, EntryView Second, ImmutableArray<DifferenceView> Items)
{
    public static DifferencesView Of(Form form, SecondEntry twice, InstrumentDefinition definition) => new(
        SecondStatuses.Of(form, _ => true), new(twice.First.By, twice.First.At), new(twice.Second.By, twice.Second.At),
        [.. KeyedDifferences.Of(definition, twice).Select(d => new DifferenceView(
            d.Item, definition.ItemOf(d.Item)?.Number, AnswerValue.Of(d.First), AnswerValue.Of(d.Second),
            twice.SettledOf(d.Item) is { } s ? new(s.How, AnswerValue.Of(s.Value), s.By, s.At, s.Why) : null))]);
}

/// <summary>A share of an instrument's forms to be entered twice; without a wave at every wave.</summary>
public sealed record ShareBody(InstrumentId Instrument, int Percent, WaveCode? Wave = null);

/// <summary>One answer as the API says it: a number, a text, a list of codes, or <c>{"missing":"refused"}</c>.</summary>
internal static class AnswerValue
{
    public static object? Of(Answer answer) => answer.Match<object?>(
        code => code.Value, number => number.Value, text => text.Value, date => date.Value, codes => codes.Values, missing => new { missing = missing.Reason.Name() });
}

/// <summary>A form of the sample that waits: for its second entry (<c>awaited</c>), or to be settled (<c>differs</c>).</summary>
public sealed record WaitingForm(FamilyId Family, WaveCode Wave, InstrumentId Instrument, Party Subject, Party Respondent, SiteCode Site, SecondStatus Status, string FirstBy, DateTimeOffset FirstAt, string? SecondBy, DateTimeOffset? SecondAt)
{
    public static WaitingForm Of(TwiceRow row) =>
        new(row.Family, row.Place.Wave, row.Place.Instrument, row.Place.Subject, row.Place.Respondent, row.Site, row.Status, row.FirstBy, row.FirstAt, row.SecondBy, row.SecondAt);
}
