using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Tests.Web.Redcap;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>A word that stands in every field that could tell who somebody is, and in no file that an analyst can get.</summary>
public sealed class CanaryTests(RunningStudy study)
{
    private const string Canary = "QZCANARY";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_dataset_in_any_format_holds_what_tells_who_somebody_is()
    {
        var family = await Planted();
        var analyst = await study.As(Roles.Analyst);
        var (faults, files) = (new List<string>(), 0);
        foreach (var dataset in DatasetCatalog.Of(await study.Services.GetRequiredService<StudyFrames>().Current()).All)
            foreach (var format in FileFormat.All)
            {
                var path = $"extracts/{dataset.Name}.{format.Name}?shape={dataset.Shape.ToString().ToLowerInvariant()}";
                using var answer = await study.Ask(analyst, HttpMethod.Get, path, null);
                var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
                Assert.True(answer.IsSuccessStatusCode, path);
                if (Parts(bytes, format).Any(part => Encoding.Latin1.GetString(part).Contains(Canary, StringComparison.OrdinalIgnoreCase))) faults.Add(path);
                if (dataset.Name == Families && format == FileFormat.Csv) Assert.Contains($"{family.Id}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
                files++;
            }
        Assert.Empty(faults);
        Assert.True(files >= 9 * 10, $"{files} files");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("serial")]
    [InlineData("helped")]
    public async Task No_filter_reaches_what_is_in_no_column(string column)
    {
        await Planted();
        using var answer = await study.Ask(await study.As(Roles.Analyst), HttpMethod.Post, "extracts", new { dataset = "parent-questionnaire", filters = new[] { new { column, op = "is", values = new[] { Canary } } } });
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("recipe.column", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_of_the_REDCap_interface_holds_what_tells_who_somebody_is()
    {
        var family = await Planted();
        using var client = await RedcapClient.Of(study, "canary-reader@study.example");
        foreach (var format in new[] { "csv", "json" })
            foreach (var labels in new[] { "raw", "label" })
            {
                var (_, text) = await client.Post(("content", "record"), ("format", format), ("rawOrLabel", labels), ("rawOrLabelHeaders", labels), ("records", $"{family.Id}"), ("exportDataAccessGroups", "true"));
                Assert.Contains($"{family.Id}", text, StringComparison.Ordinal);
                Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
            }
        Assert.Contains("are not valid field names", (await client.Post(("content", "record"), ("format", "csv"), ("fields", "serial"))).Text, StringComparison.Ordinal);
        Assert.Contains("[helped] is not exported", (await client.Post(("content", "record"), ("format", "csv"), ("filterLogic", $"[helped] = '{Canary}'"))).Text, StringComparison.Ordinal);
    }

    private const string Families = "families";

    private async Task<FamilyState> Planted()
    {
        var family = await study.Family(but: e => e with { Serial = $"{Canary}-{Guid.NewGuid():N}"[..20], ConsentGivenBy = Canary });
        var (place, mail) = (family.SdqPlace(), $"{Canary.ToLowerInvariant()}@study.example");
        var worker = await study.Worker(Canary);
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Record(
            family.Parent().Id, new(Canary) { AddressLines = [Canary], Postcode = "ZZ1 1ZZ", Phones = ["01632 960001"], Email = mail, Stable = [new(Canary, Canary) { Phone = "01632 960002", AddressLines = [Canary], Email = mail }] }, new(true, false, null), OpenedStudy.Stamp(Canary)));
        var office = new FamilyViewer(true, false, null);
        var harm = OpenedStudy.Accepted(await study.Grains.Disclosures(family.Id).Record(new(HarmKind.Other, Canary, family.Child().Id, Canary, OpenedStudy.Today, null), office, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Disclosures(family.Id).PassOn(harm.Number, new(Canary, Canary, Canary, Canary, OpenedStudy.Today, null, Canary), office, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Disclosures(family.Id).FollowUp(harm.Number, new(OpenedStudy.Today, Canary, Canary), office, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Case(family.Id).Allocate(new CaseHolder.Named(worker.Id), OpenedStudy.Today.AddDays(-20), Canary, null, OpenedStudy.Stamp(Canary)));
        OpenedStudy.Accepted(await study.Grains.Case(family.Id).Allocate(new CaseHolder.Unidentified(Canary), OpenedStudy.Today.AddDays(-2), Canary, null, OpenedStudy.Stamp(Canary)));
        OpenedStudy.Accepted(await study.Grains.Case(family.Id).RecordEvent(CaseEventKind.ReReferral, OpenedStudy.Today.AddDays(-3), null, Canary, OpenedStudy.Stamp(Canary)));
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(OpenedStudy.T1, mail, OpenedStudy.Sampled, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).RecordInterview(
            OpenedStudy.T1, new([new(OpenedStudy.Today.AddDays(-3), null, VisitMode.FaceToFace, Canary)], family.Parent().Id, mail, "en", Interpreter.None, Canary), OpenedStudy.Stamp(Canary)));
        await study.EnterSdq(family);
        OpenedStudy.Accepted(await study.Grains.Queries(family.Id).OpenQuery(place, "somatic", Canary, OpenedStudy.Stamp(Canary)));
        var questionnaire = InstrumentShelf.Library["parent-questionnaire"];
        var answers = OpenedStudy.Accepted(AnswerRules.Check(questionnaire, Answers.Of([("helped", Answer.Of(Canary))]))).Answers;
        OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(
            new(new(OpenedStudy.T1, questionnaire.Id, Party.Family, family.Parent().Id), questionnaire.Version, OpenedStudy.Today.AddDays(-3), FormMode.Paper, "en", answers), OpenedStudy.Stamp(Canary)));
        return (await study.Grains.Family(family.Id).Read())!;
    }

    /// <summary>A workbook's parts lie packed.</summary>
    private static IEnumerable<byte[]> Parts(byte[] bytes, FileFormat format)
    {
        yield return bytes;
        if (format != FileFormat.Xlsx) yield break;
        using var workbook = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in workbook.Entries)
        {
            using var part = new MemoryStream();
            using (var open = entry.Open()) open.CopyTo(part);
            yield return part.ToArray();
        }
    }
}
