using System.Collections.Concurrent;
using System.Collections.Immutable;
using SosLongitudinal.Exchange.Records;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports.Redcap;

/// <summary>A project whose forms were asked about.</summary>
/// <param name="Frame">The study that they were held against: as it is, or as the project would leave it.</param>
/// <param name="There">The families of records that came before.</param>
internal sealed record RedcapCheck(RedcapProject Project, RedcapStudy Study, StudyFrame Frame, ImmutableSortedDictionary<string, WaveCode> Waves, Dictionary<string, FamilyId> There)
{
    public IReadOnlyCollection<FamilyRows> Ready { get; init; } = [];

    public ConcurrentBag<RowFault> Faults { get; init; } = [];

    /// <summary>How many forms are still to be saved.</summary>
    public int Fresh => Ready.SelectMany(f => f.Forms).Count(f => !f.IsThere);

    /// <param name="lost">Of those to be saved, how many were not.</param>
    public RedcapReport Report(ImportOutcome outcome, IReadOnlyList<RowWarning> warnings, int lost = 0)
    {
        var (taken, already) = (Fresh - lost, Ready.Sum(f => f.Already) + Ready.SelectMany(f => f.Forms).Count(f => f.IsThere));
        var inFile = Project.Records.Sum(r => r.Forms.Length) + Project.FaultyForms;
        var filled = Project.Records.Count(r => !r.Forms.IsEmpty);
        var cells = new CellCount(Project.Cells.All, Project.Cells.InForms, Project.Cells.Empty, Project.Cells.AtFault, Project.Cells.NotTaken);
        return new(
            outcome, new(Project.Records.Length, filled - There.Count, There.Count, Project.Records.Length - filled), new(inFile, taken, already, inFile - taken - already), cells, Waves, [.. Project.Definitions.Select(d => d.Id)],
            [.. Faults.OrderBy(f => f.Row).Take(ImportReport.MostFaults)], [.. Project.Notes.Select(n => n.ToString())]) { Warnings = ImportWarnings.Of(warnings, Frame.Design) };
    }
}
