using System.Collections.Immutable;
using SosLongitudinal.Analysis.Agreement;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>
/// Works the agreement report out from the <c>double-entry</c> table of the registers. Persons leave under pseudonyms; who runs the entry sees whose they are.
/// </summary>
public sealed class AgreementSource(FamilyRegisters registers, StudyFrames frames, StudySecret secret, IGrainFactory grains, TimeProvider clock)
{
    private static readonly DatasetShape Shape = DatasetShape.Long;

    public async Task<Analysed<AgreementResult>> Of(Person person, AgreementQuestion question, CancellationToken cancellation)
    {
        var frame = await frames.Current();
        var at = clock.GetUtcNow();
        var batches = new List<TableBatch>();
        if (DatasetCatalog.Of(frame).Find(TwiceEnteredItems.Name, Shape) is { } table)
            await foreach (var message in registers.Extract(new ShardExtract(table.Name, Shape.ToString(), person.Scope()) { Columns = AgreementTable.Columns }, cancellation)) batches.Add(TableBatch.Read(message));
        var result = AgreementTable.Of(frame, question, batches, frame.Design.Today(at));
        return new(person.Is(Roles.Coordinator | Roles.Administrator) ? result with { Groups = await Named(result.Groups) } : result, at);
    }

    private async Task<ImmutableArray<ErrorGroup>> Named(ImmutableArray<ErrorGroup> groups)
    {
        var pseudonym = await secret.Pseudonyms(InterviewerPseudonyms.Purpose);
        var names = (await grains.Accounts().All()).ToDictionary(a => pseudonym($"{a.Key}"), a => $"{a.Key}");
        return [.. groups.Select(g => g.By == "person" ? g with { Group = names.GetValueOrDefault(g.Group, g.Group) } : g)];
    }
}
