using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Merging;

/// <summary>The answers to one item through all versions of its instruments, recoded where the concordance says so.</summary>
internal sealed class MergedAnswers(MergedItem item)
{
    public Answer Of(FormReading form)
    {
        if (form.Form is not { } filled) return Answer.Of(form.Missing);
        if (item.SourceOf(form.Instrument!, form.Wave.Design.Code) is not { } source) return Answer.Of(MissingReason.NotInVersion);
        var answer = filled.Answers[source.Item.Name];
        return source.Recode is null ? answer : answer switch
        {
            Answer.Code code => Answer.Of(source.Recoded(code.Value)),
            Answer.Codes codes => Answer.Of(codes.Values.Select(source.Recoded)),
            _ => answer,
        };
    }

    /// <summary>Whether a choice was ticked; a choice that the form's version did not offer is "not in this version".</summary>
    public short Ticked(FormReading form, int choice) => Of(form) switch
    {
        Answer.Codes when !item.SourceOf(form.Instrument!, form.Wave.Design.Code)!.Offers(choice) => Cells.Dense(MissingReason.NotInVersion),
        Answer.Codes codes => Cells.Dense(codes.Values.Contains(choice)),
        var other => Cells.Dense(ItemColumns.ReasonOf(other)),
    };
}
