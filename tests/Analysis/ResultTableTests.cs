using SosLongitudinal.Analysis.Attrition;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Workers;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Analysis;

public sealed class ResultTableTests
{
    [Fact]
    public void Every_row_of_a_file_says_that_it_is_not_for_release_and_that_it_is_synthetic()
    {
        var table = new ResultTable("t", ["a", "b"], [["1", "x, \"y\""], ["-2.50", "=1+1"]]);
        var lines = table.ToCsv(new(true, new(2016, 12, 1))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                "a,b,as_of,release,synthetic",
                $"1,\"x, \"\"y\"\"\",2016-12-01,{ResultStatus.NotForRelease},synthetic",
                $"-2.50,'=1+1,2016-12-01,{ResultStatus.NotForRelease},synthetic",
            ], lines);
    }

    [Fact]
    public void Every_table_has_a_cell_for_each_of_its_columns()
    {
        var family = new FamilySketch("f").Held(StudySketch.Permanent, "2015-06-01").Interviewed(StudySketch.T1, "2016-02-01").Lost(StudySketch.T2, "2.11");
        var (attrition, change) = (FamilyTables.Attrition([family]), FamilyTables.WorkerChange([family]));
        Assert.All(
            [attrition.FlowTable(), attrition.LossTable(), attrition.GroupTable(), attrition.UnitTable(), attrition.ScoreTable(), attrition.Whole(), change.GroupTable()],
            table => Assert.True(table.Rows.Length > 0 && table.Rows.All(row => row.Length == table.Columns.Length), table.Title));
    }
}
