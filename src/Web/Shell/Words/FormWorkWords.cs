using System.Globalization;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What is done to forms after they were entered, in the words that people read.</summary>
public static class FormWorkWords
{
    public static string Words(this EditReason reason) => reason switch
    {
        EditReason.KeyingError => "Keying error",
        EditReason.RespondentCorrected => "The respondent corrected it",
        EditReason.SourceChecked => "Checked against the paper or file",
        EditReason.LateInformation => "Information that came later",
        _ => "Another reason",
    };

    public static string Words(this QueryState state) => state switch
    {
        QueryState.Open => "Open",
        QueryState.Answered => "Answered",
        QueryState.Closed => "Closed",
        _ => "Reopened",
    };

    public static Tone Tone(this QueryState state) => state switch
    {
        QueryState.Answered => Components.Tone.Waiting,
        QueryState.Closed => Components.Tone.Neutral,
        _ => Components.Tone.Attention,
    };

    public static string Words(this ReceiptStep step) => step.ToString();

    public static string Words(this TrayItemState state) => state switch
    {
        TrayItemState.Waiting => "Waiting",
        TrayItemState.Claimed => "Being matched",
        TrayItemState.Matched => "Matched",
        _ => "Discarded",
    };

    public static Tone Tone(this TrayItemState state) => state switch
    {
        TrayItemState.Waiting => Components.Tone.Attention,
        TrayItemState.Claimed => Components.Tone.Waiting,
        TrayItemState.Matched => Components.Tone.Good,
        _ => Components.Tone.Neutral,
    };

    /// <summary>A form's head: <c>4 March 2016, on paper, en</c>.</summary>
    public static string Words(this FormHead head) => $"{head.CompletedOn.Words()}, {head.Mode.Words().ToLowerInvariant()}, {head.Language}";

    /// <summary>An answer with its choice's label: <c>2 Certainly true</c>.</summary>
    public static string Words(this Answer answer, InstrumentDefinition definition, Item item) => answer.Match(
        code => Labelled(definition, item, code.Value),
        number => number.Value.ToString(CultureInfo.InvariantCulture),
        text => text.Value,
        date => date.Value.Words(),
        codes => codes.Values.IsEmpty ? "None" : string.Join(", ", codes.Values.Select(v => Labelled(definition, item, v))),
        missing => missing.Reason.Words());

    private static string Labelled(InstrumentDefinition definition, Item item, int code) =>
        definition.ChoicesOf(item).FirstOrDefault(c => c.Code == code)?.Label is { } label ? $"{code} {label}" : $"{code}";
}
