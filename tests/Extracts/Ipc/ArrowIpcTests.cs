using Apache.Arrow;
using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Ipc;

public sealed class ArrowIpcTests
{
    private static readonly FamilySketch Family = new FamilySketch("ipc").Held(StudySketch.Agency, "2015-01-01").Interviewed(StudySketch.T1, "2016-02-01", 12);

    [Fact]
    public void A_message_read_back_is_the_same_table_in_every_dataset()
    {
        foreach (var dataset in DatasetCatalog.Of(StudySketch.Frame).All)
            foreach (var batch in Projection.Batches(dataset, Tables.Context(), [Family.State]))
            {
                var again = ArrowIpc.Read(ArrowIpc.Write(batch));
                Assert.Equal(batch.Length, again.Length);
                Assert.Equal(dataset.Columns.Select(c => c.Name), again.Schema.FieldsList.Select(f => f.Name));
                for (var i = 0; i < batch.ColumnCount; i++) Assert.Equal(Cells(batch.Column(i)), Cells(again.Column(i)));
            }
    }

    [Fact]
    public void Each_message_can_be_opened_without_the_others()
    {
        FamilySketch[] families = [Family, new FamilySketch("ipc2").Interviewed(StudySketch.T1, "2016-02-01", 30)];
        var messages = ShardProjection.Batches(Tables.Dataset("sdq"), Tables.Context(), [.. families.Select(f => f.State)], maxRows: 1).ToList();
        var row = Assert.Single(TableBatch.Read(messages[1]).Rows);
        Assert.Equal((families[1].State.Id.ToString(), 30, "t1", new DateOnly(2016, 2, 1)), (row.Text("family"), row.Number("ebdtot"), row.Text("wave"), row.Date("completed_on")));
        Assert.Equal((null, MissingReason.NotApplicable), (row.Number("chronic"), row.Missing("chronic")));
        Assert.Null(row.Text("worker"));
    }

    [Fact]
    public void Fewer_columns_are_the_same_cells()
    {
        var dataset = Tables.Dataset("families").Select("t1_pebdtot", "t2_fate");
        Assert.True(dataset.Columns.Length < 30);
        var row = Assert.Single(TableBatch.Read(ShardProjection.Batches(dataset, Tables.Context(), [Family.State]).Single()).Rows);
        Assert.Equal((12, "no-disposition"), (row.Number("t1_pebdtot"), row.Text("t2_fate")));
        Assert.Throws<KeyNotFoundException>(() => row.Text("t1_fate"));
    }

    private static IEnumerable<string?> Cells(IArrowArray array) => array switch
    {
        DictionaryArray words => ((Int16Array)words.Indices).Values.ToArray().Select(e => ((StringArray)words.Dictionary).GetString(e)),
        StringArray ids => Enumerable.Range(0, ids.Length).Select(i => ids.GetString(i)),
        Int16Array codes => codes.Values.ToArray().Select(c => c.ToString()),
        Date32Array days => days.Values.ToArray().Select(d => d.ToString()),
        _ => throw new InvalidOperationException(),
    };
}
