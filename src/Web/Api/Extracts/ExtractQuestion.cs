using System.ComponentModel;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>What is asked of an extract besides its dataset and format. What is not said is what most people want.</summary>
internal sealed record ExtractQuestion(
    [property: Description("long: a row for each form; wide: a row for each child or family.")] string Shape = "long",
    [property: Description("What stands where there is no value: empty, words or codes. SPSS and Stata always declare theirs.")] string Missing = "empty",
    [property: Description("The code of each missing reason: study, understanding-society, archive, natcen, or your own as refused:-8,dont-know:-9,...")] string Frame = "study",
    [property: Description("merged: one column through all versions of a form; apart: as recorded.")] string Versions = "merged",
    [property: Description("first: the first entry stands until its differences are settled; settled-only: such forms are left out.")] string DoubleEntry = "first",
    [property: Description("Whether a CSV or TSV begins with a byte-order mark.")] bool Bom = false,
    [property: Description("Only rows of families that changed since: the Sos-Next header of an earlier answer. Put them in place of all rows held of these families; /extracts/changes names them, and those that are gone. All rows come where the design, a site, a worker, an instrument or the product changed: Sos-Because says which.")] string Since = "",
    [property: Description("An id of your own making (a UUID) under which /extracts/progress/{id} tells how many rows are through.")] Guid? Progress = null,
    [property: Description("Whether the header Sos-Rows says how many rows are coming.")] bool Count = false)
{
    public bool SettledOnly => DoubleEntry == "settled-only";

    public Decision<(Dataset Table, VersionLayout Layout)> Find(StudyFrame frame, string dataset)
    {
        if (!Enum.TryParse<DatasetShape>(Shape, ignoreCase: true, out var asked) || !Enum.IsDefined(asked)) return ExtractRefusals.Shape.At("shape");
        if (!Enum.TryParse<VersionLayout>(Versions, ignoreCase: true, out var layout) || !Enum.IsDefined(layout)) return ExtractRefusals.Versions.At("versions");
        if (DoubleEntry is not ("first" or "settled-only")) return ExtractRefusals.DoubleEntry.At("doubleEntry");
        var catalog = DatasetCatalog.Of(frame, layout);
        return catalog.Find(dataset, asked) is { } table ? (table, layout) : ExtractRefusals.Unknown(dataset, catalog.All.Select(d => d.Name).Distinct());
    }

    public Decision<FileChoice> Choice(string format)
    {
        if (FileFormat.Find(format) is not { } known) return ExtractRefusals.Format(format);
        MissingStyle? style = Missing switch { "empty" => MissingStyle.Empty, "words" => MissingStyle.Words, "codes" => MissingStyle.Codes, _ => null };
        if (style is not { } said) return ExtractRefusals.Missing.At("missing");
        return MissingCodesText.Read(Frame).Match<Decision<FileChoice>>(
            codes => new FileChoice(known) { Missing = said, Codes = codes, ByteOrderMark = Bom }, why => why.At("frame"));
    }
}
