using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>An answer as a person reads it: with its choice's label, or the reason why there is none.</summary>
public static class AnswerWords
{
    public static string Of(InstrumentDefinition definition, Answers answers, int item) => answers.At(item).Match(
        code => LabelOf(definition, item, code.Value) is { } label ? $"{code.Value} {label}" : $"{code.Value}",
        number => number.Value.ToString(CultureInfo.InvariantCulture),
        text => text.Value,
        date => date.Value.Words(),
        codes => codes.Values.IsEmpty ? "None" : string.Join(", ", codes.Values.Select(v => LabelOf(definition, item, v) ?? $"{v}")),
        missing => missing.Reason.Words());

    private static string? LabelOf(InstrumentDefinition definition, int item, int code) => definition.ChoicesOf(definition.Items[item]).FirstOrDefault(c => c.Code == code)?.Label;
}
