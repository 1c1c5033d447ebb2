using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Redcap;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Turns a shard's families into the Arrow messages of a dataset. Interviewers leave under pseudonyms that only the study's secret could undo.</summary>
internal sealed class ShardProjector(StudySecret secret, DoubleEntrySamples samples, PastStudy past)
{
    /// <summary>For what is asked as of an instant.</summary>
    public PastStudy Past => past;

    public async ValueTask<IEnumerable<byte[]>> Messages(ShardExtract extract, StudyFrame frame, List<FamilyState> families, bool isFirst, DateTimeOffset now)
    {
        var shape = Enum.Parse<DatasetShape>(extract.Shape, ignoreCase: true);
        var dataset = (extract.Dataset == RedcapProject.TableName ? RedcapProject.Of(frame).Dataset : DatasetCatalog.Of(frame, extract.Versions, extract.WithTexts).Find(extract.Dataset, shape)) ?? throw new InvalidOperationException($"There is no dataset '{extract.Dataset}'."); // whoever asks has looked it up
        if (!extract.Columns.IsEmpty) dataset = dataset.Select(extract.Columns);
        if (extract.WithKeys) dataset = dataset.WithKeys();
        if (extract.Consent is { } consent) families.RemoveAll(f => !f.Consents.Stand(consent, frame.Design.Today(now)));
        if (!dataset.Unit.IsOfFamilies && !isFirst) return []; // what comes from the frame is the same on every shard: one gives it
        var context = new ProjectionContext(frame, frame.Design.Today(now), await secret.Pseudonyms(InterviewerPseudonyms.Purpose)) { Sample = await samples.Sample(), SettledOnly = extract.SettledOnly, Scope = extract.Scope };
        return ShardProjection.Batches(dataset, context, families);
    }
}

/// <summary>What the study's secret is asked for, for those who interview or enter.</summary>
public static class InterviewerPseudonyms
{
    public const string Purpose = "extract.interviewer";
}
