using System.Collections.Immutable;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Records;

/// <summary>Refusals of a REDCap project as a whole. Codes are public and never reworded.</summary>
public static class RedcapRefusals
{
    public static readonly Refusal NoData = new Refusal("redcap.no-data", "The data file has no rows. Export the records again, raw data as CSV.").At("data");

    public static Refusal Dictionary(ImmutableArray<ImportNote> notes) => new("redcap.dictionary", "The data dictionary cannot be taken. Correct what is named and send the files again.")
    {
        Faults = [.. notes.Where(n => n.Kind == NoteKind.Error).Take(100).Select(n => new FieldFault("dictionary", n.ToString()))],
    };

    public static Refusal NoColumn(string file, string column) => new Refusal("redcap.no-column", $"The file has no column '{column}'. Export it again without changing its columns.").At(file);

    public static Refusal NoEvents() => new Refusal("redcap.no-events", "The data name events. Send the project's event file with them.").At("events");
}
