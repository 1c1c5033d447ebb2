using System.Collections.Frozen;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>The 18 columns of a REDCap data dictionary.</summary>
internal enum DictionaryColumn
{
    Field, Form, Section, Type, Label, Choices, Note, Validation, Min, Max, Identifier, Branching, Required, Alignment, QuestionNumber, MatrixGroup, MatrixRanking, Annotation,
}

/// <summary>Headings as the project page writes them and as the programming interface does.</summary>
internal static class DictionaryHeadings
{
    private static readonly FrozenDictionary<string, DictionaryColumn> Known = new Dictionary<string, DictionaryColumn>
    {
        ["variablefieldname"] = DictionaryColumn.Field, ["fieldname"] = DictionaryColumn.Field,
        ["formname"] = DictionaryColumn.Form,
        ["sectionheader"] = DictionaryColumn.Section,
        ["fieldtype"] = DictionaryColumn.Type,
        ["fieldlabel"] = DictionaryColumn.Label,
        ["choicescalculationsorsliderlabels"] = DictionaryColumn.Choices, ["choicesorcalculations"] = DictionaryColumn.Choices, ["choices"] = DictionaryColumn.Choices, ["selectchoicesorcalculations"] = DictionaryColumn.Choices,
        ["fieldnote"] = DictionaryColumn.Note,
        ["textvalidationtypeorshowslidernumber"] = DictionaryColumn.Validation, ["textvalidationtype"] = DictionaryColumn.Validation, ["validation"] = DictionaryColumn.Validation,
        ["textvalidationmin"] = DictionaryColumn.Min, ["validationmin"] = DictionaryColumn.Min,
        ["textvalidationmax"] = DictionaryColumn.Max, ["validationmax"] = DictionaryColumn.Max,
        ["identifier"] = DictionaryColumn.Identifier,
        ["branchinglogicshowfieldonlyif"] = DictionaryColumn.Branching, ["branchinglogic"] = DictionaryColumn.Branching,
        ["requiredfield"] = DictionaryColumn.Required,
        ["customalignment"] = DictionaryColumn.Alignment,
        ["questionnumbersurveysonly"] = DictionaryColumn.QuestionNumber, ["questionnumber"] = DictionaryColumn.QuestionNumber,
        ["matrixgroupname"] = DictionaryColumn.MatrixGroup,
        ["matrixranking"] = DictionaryColumn.MatrixRanking,
        ["fieldannotation"] = DictionaryColumn.Annotation,
    }.ToFrozenDictionary();

    public static DictionaryColumn? Of(string heading) =>
        Known.TryGetValue(string.Concat(heading.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)), out var column) ? column : null;
}
