using System.Buffers;
using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

public sealed class FocusGroupTests
{
    private static readonly DateTimeOffset Start = new(2016, 7, 4, 17, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Groups_are_rows_with_counts_and_without_who_is_invited_rooms_or_accounts()
    {
        var held = Group("held", "ashmere",
            new FocusGroupFact.Planned(new(new("ashmere"), StudySketch.T1, GroupKind.SocialWorkers, 2, new(2016, 7, 1))),
            new FocusGroupFact.Invited(1, Invitee.Of(StudySketch.Permanent), AttemptMode.Email), new FocusGroupFact.Invited(2, Invitee.Of(StudySketch.Agency), AttemptMode.Email), new FocusGroupFact.Invited(3, Invitee.Of(StudySketch.Third), AttemptMode.Email),
            new FocusGroupFact.Replied(1, GroupReply.Yes), new FocusGroupFact.Replied(2, GroupReply.No),
            new FocusGroupFact.Scheduled(new(["facilitator@example.org", "second@example.org"], Start, 90, new("ashmere-canary"))),
            new FocusGroupFact.SessionHeld(), new FocusGroupFact.Attended(1, true, RecordingAnswer.Agreed), new FocusGroupFact.Attended(3, true, RecordingAnswer.Refused),
            new FocusGroupFact.TranscriptMoved(TranscriptStep.Received, new(2016, 7, 9), "Canary Typists", TranscriptSource.Notes));
        var planned = Group("planned", "brackwell", new FocusGroupFact.Planned(new(new("brackwell"), StudySketch.T2, GroupKind.KeyInformant, 1)));
        var frame = StudySketch.Frame with { Groups = StudySketch.Frame.Groups.Add(held.Id, held).Add(planned.Id, planned) };

        var rows = Rows(frame).ToDictionary(r => r["group"]);
        var (first, second) = (rows[$"{held.Id}"], rows[$"{planned.Id}"]);
        Assert.Equal(("ashmere", "t1", "new", "social-workers", "held"), (first["site"], first["wave"], first["band"], first["kind"], first["state"]));
        Assert.Equal(("2016-07-04", "18", "2", $"i{"facilitator@example.org".Length}"), (first["day"], first["start_hour"], first["facilitators"], first["facilitator"]));
        Assert.Equal(("3", "1", "1", "1", "0", "2", "0"), (first["invited"], first["accepted"], first["declined"], first["no_reply"], first["waiting"], first["attended"], first["may_be_recorded"]));
        Assert.Equal(("received", "notes", "2016-07-09"), (first["transcript"], first["transcript_source"], first["transcript_on"]));
        Assert.Equal(("not-applicable", "not-applicable", "not-applicable", "0"), (second["day"], second["attended"], second["facilitator"], second["invited"]));
        foreach (var secret in (string[])["anary", "@", $"{StudySketch.Permanent}"]) Assert.DoesNotContain(secret, string.Join(' ', rows.Values.SelectMany(r => r.Values)), StringComparison.Ordinal);
        Assert.Equal([$"{planned.Id}"], Rows(frame, new("brackwell")).Select(r => r["group"]));
    }

    private static FocusGroup Group(string seed, string site, params FocusGroupFact[] facts) => facts.Aggregate(
        new FocusGroup(GroupId.From(seed + site)), (group, fact) => FocusGroupFold.Next(group, new(new FactHead(group.Version + 1, new(2016, 6, 1, 9, 0, 0, TimeSpan.Zero), "clerk@example.org", OperationId.New(), ""), fact, "Canary reason")));

    private static List<Dictionary<string, string>> Rows(StudyFrame frame, SiteCode? only = null)
    {
        var dataset = DatasetCatalog.Of(frame).Find("focus-groups")!;
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, MissingFrame.Words);
        writer.Header(dataset.Schema);
        var context = new ProjectionContext(frame, Tables.Today, account => $"i{account.Length}") { Scope = only is { } site ? [site] : null };
        foreach (var message in ShardProjection.Batches(dataset, context, [])) writer.Write(message);
        return Tables.Read(System.Text.Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
