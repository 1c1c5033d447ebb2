using SosLongitudinal.Analysis;
using SosLongitudinal.Analysis.Attrition;
using SosLongitudinal.Analysis.Workers;
using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Analysis;

/// <summary>Sketched families as the analyses get them: the families table, only the columns asked for, through Arrow messages.</summary>
internal static class FamilyTables
{
    public static readonly DateOnly AfterAll = new(2016, 12, 1);

    public static WavePair Pair { get; } = WavePair.AllOf(StudySketch.Frame)[0];

    public static AttritionResult Attrition(IReadOnlyList<FamilyState> families, DateOnly? today = null) =>
        AttritionTable.Of(Pair, Batches(families, AttritionTable.Columns(Pair), today), today ?? AfterAll);

    public static WorkerChangeResult WorkerChange(IReadOnlyList<FamilyState> families, DateOnly? today = null) =>
        WorkerChangeTable.Of(Pair, Batches(families, WorkerChangeTable.Columns(Pair), today), today ?? AfterAll);

    private static IEnumerable<TableBatch> Batches(IReadOnlyList<FamilyState> families, IEnumerable<string> columns, DateOnly? today)
    {
        var dataset = DatasetCatalog.Of(StudySketch.Frame).Find("families")!.Select(columns);
        return ShardProjection.Batches(dataset, new(StudySketch.Frame, today ?? AfterAll, account => account), families, maxRows: 7).Select(m => TableBatch.Read(m));
    }
}
