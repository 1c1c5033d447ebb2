using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

/// <summary>The added value score: the worked number of its publication, and where it holds.</summary>
public sealed class AddedValueTests
{
    private static readonly StudyFrame HighRisk = Declared(SampleKind.HighRisk);

    [Fact]
    public void The_worked_example_gives_its_number() => Assert.Equal(2.3m, AddedValue.Score(20, 4, 6, 15));

    [Fact]
    public void A_pair_of_the_standard_and_the_follow_up_form_some_six_months_apart_has_it() =>
        Assert.Equal("2.3", Cell(Worked().Sdq(StudySketch.T2, "2016-08-03", 15, instrument: "sdq-p-4-17-followup")));

    [Theory]
    [InlineData("sdq-p-4-17", "2016-08-03")] // twice on the standard form
    [InlineData("sdq-p-4-17-followup", "2016-05-20")] // under four months
    [InlineData("sdq-p-4-17-followup", "2016-10-20")] // over eight
    public void Any_other_pair_does_not(string instrument, string on) => Assert.Equal("not-applicable", Cell(Worked().Sdq(StudySketch.T2, on, 15, instrument: instrument)));

    [Fact]
    public void Another_respondent_does_not_have_it_either()
    {
        var family = Worked();
        family.Sdq(StudySketch.T2, "2016-08-03", 15, family.Join(Study.Families.MemberRole.Parent), instrument: "sdq-p-4-17-followup");
        Assert.Equal("not-applicable", Cell(family));
    }

    [Theory]
    [InlineData(SampleKind.NotDeclared)]
    [InlineData(SampleKind.Community)]
    public void Where_no_such_sample_is_declared_there_is_no_column_and_asking_for_it_is_refused(SampleKind kind)
    {
        var frame = Declared(kind);
        Assert.DoesNotContain(DatasetCatalog.Of(frame).Find("sdq", DatasetShape.Wide)!.Columns, c => c.Name.EndsWith(AddedValue.Name, StringComparison.Ordinal));
        var refused = Assert.IsType<Decision<RecipePlan>.Refused>(RecipePlan.Of(frame, new Recipe { Dataset = "sdq", Shape = "wide", Columns = ["t2_pavs"] }));
        Assert.Equal("recipe.added-value", refused.Why.Code);
        Assert.IsType<Decision<RecipePlan>.Accepted>(RecipePlan.Of(HighRisk, new Recipe { Dataset = "sdq", Shape = "wide", Columns = ["t2_pavs"] }));
    }

    [Fact]
    public void The_codebook_has_its_formula_and_its_limits()
    {
        var column = DatasetCatalog.Of(HighRisk).Find("sdq", DatasetShape.Wide)!.Columns.Single(c => c.Name == "t2_pavs");
        Assert.Contains("2.3 + 0.8 x total difficulties + 0.2 x impact - 0.3 x emotional", column.Note, StringComparison.Ordinal);
        Assert.Contains("For groups only", column.Note, StringComparison.Ordinal);
    }

    /// <summary>Total 20, impact 4, emotional 6 on the standard form.</summary>
    private static FamilySketch Worked()
    {
        var definition = InstrumentShelf.Library["sdq-p-4-17"];
        var answers = definition.Items.ToDictionary(i => i.Name, _ => Answer.Of(0));
        Points("emotion", 6);
        Points("conduct", 6);
        Points("hyper", 6);
        Points("peer", 2);
        foreach (var item in definition.Items.Where(i => i.Relevance is not null)) answers[item.Name] = Answer.Of(0);
        answers["ebddiff"] = Answer.Of(2);
        answers["distres"] = Answer.Of(3);
        answers["imphome"] = Answer.Of(3);
        var family = new FamilySketch("worked").Visited(StudySketch.T1, "2016-02-01").Visited(StudySketch.T2, "2016-08-03");
        return family.Form(StudySketch.T1, "sdq-p-4-17", family.Child, family.Mother, "2016-02-01", answers);

        void Points(string scale, int points)
        {
            var of = definition.Scales.First(s => s.Name == scale);
            foreach (var item in of.Items)
            {
                var given = Math.Min(points, 2);
                points -= given;
                answers[item] = Answer.Of(of.Reversed.Contains(item) ? 2 - given : given);
            }
        }
    }

    private static string Cell(FamilySketch family) =>
        Assert.Single(Tables.Read(Tables.Csv(DatasetCatalog.Of(HighRisk).Find("sdq", DatasetShape.Wide)!.Select("t2_pavs"), [family], MissingFrame.Words, frame: HighRisk)))["t2_pavs"];

    private static StudyFrame Declared(SampleKind kind) => StudySketch.Frame with
    {
        Design = StudySketch.Frame.Design with { Sample = kind == SampleKind.NotDeclared ? null : new(kind, "admin@study.example", DateTimeOffset.UnixEpoch, "Open to social care") },
    };
}
