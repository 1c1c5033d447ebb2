using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

public sealed class TracingTests
{
    [Fact]
    public void Tracing_is_a_row_an_attempt_without_those_struck_out_and_without_accounts()
    {
        var family = new FamilySketch("lost")
            .Say(new FamilyFact.TracingTried(StudySketch.T1, 1, new(TracingSource.School, new(2016, 7, 4), "interviewer@example.org", TracingResult.Nothing, null)))
            .Say(new FamilyFact.TracingTried(StudySketch.T1, 2, new(TracingSource.StableContact, new(2016, 7, 6), "interviewer@example.org", TracingResult.WillPassOn, new(2016, 7, 13))))
            .Say(new FamilyFact.TracingStruck(StudySketch.T1, 1));
        var row = Assert.Single(Tables.Rows("tracing", DatasetShape.Long, [family], MissingFrame.Words));
        Assert.Equal(("2", "2016-07-06", "stable-contact", "will-pass-on", "2016-07-13"), (row["tracing"], row["traced_on"], row["source"], row["result"], row["next_on"]));
        Assert.DoesNotContain("@", string.Join(' ', row.Values), StringComparison.Ordinal);
    }
}
