using System.CommandLine;
using System.Globalization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Api.Imports.Redcap;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Import;

/// <summary><c>sos import redcap-records</c>: a REDCap project's events, arms, dictionary and data.</summary>
internal static class ImportRedcapRecords
{
    private static readonly Option<FileInfo> Dictionary = new Option<FileInfo>("--dictionary") { Description = "The data dictionary, as REDCap exports it.", Required = true }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Records = new Option<FileInfo>("--records") { Description = "The records: raw data as CSV.", Required = true }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Events = new Option<FileInfo>("--events") { Description = "The events of a longitudinal project." }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Arms = new Option<FileInfo>("--arms") { Description = "The arms of a longitudinal project." }.AcceptExistingOnly();
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Read and count everything and save nothing." };
    private static readonly Option<bool> AcceptGood = new("--accept-good") { Description = "Take the forms that can be taken although others are at fault." };
    private static readonly Option<bool> DeclareWaves = new("--declare-waves") { Description = "Declare events that are no wave yet, in a study that is open." };
    private static readonly Option<bool> Identifiers = new("--identifiers") { Description = "Take cells that identify a person too; they stay out of every extract." };
    private static readonly Option<FileInfo?> Warnings = new("--warnings") { Description = "Where all that quality rules find is written. Without it, where it is more than is said, RECORDS-warnings.csv beside the records." };
    private static readonly Option<string[]> Map = new("--event") { Description = "Which wave an event is, such as visit_1_arm_1=t1. Once for each." };

    private static readonly Option<string?>[] Fields =
    [
        new("--site") { Description = "The site that the families belong to.", Required = true },
        new("--subject") { Description = "Whom the forms are about: carer (default), child or family." },
        new("--date-fields") { Description = "Fields that hold the day on which a form was filled in, with commas between." },
        new("--date") { Description = "The day of forms for which no field has one, such as 2015-04-02." },
        new("--birth-field") { Description = "The field with the birth date, of which year and month are kept." },
        new("--cohort") { Description = "The cohort of all families; without it the arm's own, else the first." },
        new("--consent") { Description = "What was consented to, such as interview,archiving. Default: interview." },
        new("--prefix") { Description = "In front of the forms' names, to make instrument ids." },
        new("--title") { Description = "The study's title, where the import opens it." },
        new("--reason") { Description = "What is recorded as the reason of each form." },
    ];

    public static Command Command()
    {
        var command = new Command("redcap-records", "Take in a REDCap project: events become waves, records families with one subject, values forms. The same files again save nothing twice.")
        {
            Dictionary, Records, Events, Arms, Map, DeclareWaves, Identifiers, DryRun, AcceptGood, Warnings,
        };
        foreach (var field in Fields) command.Add(field);
        return command.WithStudy(Run);
    }

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        if (WarningWords.Fault(parsed.GetValue(Warnings)) is { } there) return Said.Refused(there);
        using var form = Form(parsed);
        var report = await ProgressLine.Show(study, "Taking in the project", _ => study.Upload<RedcapReport>("imports/redcap-records", form, OperationId.New(), cancellation));
        var code = Said.Of(report, Say);
        if (report is not Decision<RedcapReport>.Accepted(var came) || WarningWords.To(parsed.GetValue(Warnings), parsed.GetValue(Records)!, came.Warnings) is not { } list) return code;
        using var again = Form(parsed);
        return await WarningWords.Write(study, "imports/redcap-records/warnings", again, list, cancellation) is not RootCommands.Done and var unwritten ? unwritten : code;
    }

    private static MultipartFormDataContent Form(ParseResult parsed)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, file) in new[] { ("dictionary", parsed.GetValue(Dictionary)), ("data", parsed.GetValue(Records)), ("events", parsed.GetValue(Events)), ("arms", parsed.GetValue(Arms)) })
            if (file is not null) form.Add(new StreamContent(file.OpenRead()), name, file.Name);
        foreach (var field in Fields)
            if (parsed.GetValue(field) is { Length: > 0 } value) form.Add(new StringContent(value), Name(field));
        foreach (var pair in parsed.GetValue(Map) ?? []) form.Add(new StringContent(pair), "event");
        foreach (var flag in new[] { DryRun, AcceptGood, DeclareWaves, Identifiers })
            if (parsed.GetValue(flag)) form.Add(new StringContent("true"), Name(flag));
        return form;
    }

    /// <summary>As the API calls it: <c>--date-fields</c> is <c>dateFields</c>.</summary>
    private static string Name(Option option)
    {
        var parts = option.Name.TrimStart('-').Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }

    private static int Say(RedcapReport report)
    {
        foreach (var note in report.Notes) Console.Error.WriteLine(note);
        foreach (var fault in report.Faults) Console.Error.WriteLine(ImportWords.Line(fault));
        WarningWords.Say(report.Warnings);
        var culture = CultureInfo.InvariantCulture;
        var (records, forms, cells) = (report.Records, report.Forms, report.Cells);
        Console.WriteLine(string.Create(culture, $"records: {records.InFile} = {records.FamiliesMade} families made + {records.FamiliesThere} there + {records.NotTaken} not taken"));
        Console.WriteLine(string.Create(culture, $"events: {string.Join(", ", report.Events.Select(e => $"{e.Key} = {e.Value}"))}"));
        Console.WriteLine(string.Create(culture, $"forms: {forms.InFile} = {forms.Taken} taken + {forms.Already} already there + {forms.Faulty} cannot be taken"));
        Console.WriteLine(string.Create(culture, $"cells: {cells.InFile} = {cells.Taken} taken + {cells.Empty} empty + {cells.AtFault} in forms that cannot be taken + {cells.NotTaken.Values.Sum()} not taken"));
        foreach (var (why, count) in cells.NotTaken) Console.WriteLine(string.Create(culture, $"  {count} not taken: {why}"));
        if (report.Outcome == ImportOutcome.Checked) Console.WriteLine("Nothing was saved: this was a check.");
        if (report.Outcome == ImportOutcome.Incomplete) Console.WriteLine("The store failed midway: import the same files again; what is saved is not doubled.");
        return report.Outcome == ImportOutcome.Saved || (report.Outcome == ImportOutcome.Checked && forms.Faulty == 0) ? RootCommands.Done : RootCommands.Refused;
    }
}
