using Humanizer;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>What can be said of double entry, in the words that people read.</summary>
public static class DoubleEntryWords
{
    public static string Words(this SecondStatus status) => status switch
    {
        SecondStatus.Awaited => "Second entry awaited",
        SecondStatus.Differs => "To settle",
        SecondStatus.Settled => "Entered twice, settled",
        SecondStatus.Agreed => "Entered twice, agreed",
        _ => "Entered once",
    };

    public static Tone Tone(this SecondStatus status) => status switch
    {
        SecondStatus.Awaited => Shell.Components.Tone.Waiting,
        SecondStatus.Differs => Shell.Components.Tone.Attention,
        SecondStatus.Settled or SecondStatus.Agreed => Shell.Components.Tone.Good,
        _ => Shell.Components.Tone.Neutral,
    };

    public static string Words(this SettledBy by) => by switch { SettledBy.First => "The first entry", SettledBy.Second => "The second entry", _ => "Neither" };

    /// <summary><c>2 differences are</c></summary>
    public static string Differences(int open) => $"{"difference".ToQuantity(open)} {(open == 1 ? "is" : "are")}";

    /// <summary>What a difference is about: the item's question or short name, or the form's own date, mode or language.</summary>
    public static string Caption(InstrumentDefinition definition, string item) => item switch
    {
        KeyedDifferences.CompletedOn => "Filled in on",
        KeyedDifferences.Mode => "How it was filled in",
        KeyedDifferences.Language => "Language",
        _ => definition.ItemOf(item)?.Caption() ?? item,
    };

    /// <summary>An answer with the label of its code.</summary>
    public static string Value(InstrumentDefinition definition, string item, Answer answer) => item switch
    {
        KeyedDifferences.Mode when KeyedDifferences.ModeOf(answer.AsText()) is { } mode => mode.Words(),
        _ => answer.Match(
            code => Coded(definition, item, code.Value),
            number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            text => text.Value,
            date => date.Value.Words(),
            codes => codes.Values.IsEmpty ? "None" : string.Join(", ", codes.Values.Select(code => Coded(definition, item, code))),
            missing => missing.Reason.Words()),
    };

    private static string Coded(InstrumentDefinition definition, string item, int code) =>
        definition.ItemOf(item) is { } of && definition.ChoicesOf(of).FirstOrDefault(c => c.Code == code)?.Label is { } label ? $"{code} {label}" : $"{code}";
}
