using System.CommandLine;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import</c>: what comes into a study as a file. Each kind of file is a command of its own in this folder.</summary>
internal static class ImportCommand
{
    public static Command Command() => new("import", "Bring files into the study.")
    {
        ImportResponses.Command(),
        ImportInstruments.XlsForm(),
        ImportInstruments.RedcapDictionary(),
        ImportRedcapRecords.Command(),
        ImportLists.Command("families", "Take in families from an authority's list: a row for each member, with worker, consent and contact details."),
        ImportLists.Command("workers", "Take in social workers from an authority's list."),
        ImportLists.Command("allocations", "Take in who held families' cases from when on."),
        ImportLists.Command("case-events", "Take in what happened in families' cases: referrals, plans, removals and the rest."),
    };
}
