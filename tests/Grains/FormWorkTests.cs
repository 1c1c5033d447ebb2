using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Tests.Grains.Faults;

namespace SosLongitudinal.Tests.Grains;

public sealed class FormWorkTests(StudyCluster study)
{
    private FormPassage Passage => study.Service<FormPassage>(0);

    private TrayMatching Matching => study.Service<TrayMatching>(0);

    private static RecordKey Record(FamilyState family) => new("family", family.Id.ToString());

    private async Task<(FamilyState Wrong, FamilyState Right, FormPlace Was, FormPlace Now)> EnteredUnderTheWrongFamily()
    {
        var (wrong, right) = (await study.Family(Some.Consented()), await study.Family(Some.Consented()));
        Some.Accepted(await study.Grains.Forms(wrong.Id).Enter(Some.Sdq(wrong), Some.Stamp()));
        return (wrong, right, Some.Sdq(wrong).Place, Some.Sdq(right).Place);
    }

    [Fact]
    public async Task Two_people_who_edit_one_form_at_once_do_not_overwrite_each_other()
    {
        var family = await study.Family(Some.Consented());
        var form = Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp())).Form;
        Task<Decision<FormReceipt>> Edit(string by, int answer) =>
            study.Grains.FormWork(family.Id).Edit(new(form.Place, form.Version, Answers.Of(("somatic", Answer.Of(answer))), EditReason.KeyingError), Some.Stamp() with { By = by });

        var both = await Task.WhenAll(Edit("ann@example.org", 0), Edit("ben@example.org", 2));

        Assert.Single(both.OfType<Decision<FormReceipt>.Accepted>());
        var refused = Assert.Single(both.OfType<Decision<FormReceipt>.Refused>());
        Assert.Equal("form.changed", refused.Why.Code);
        Assert.Single((await study.Grains.Family(family.Id).Read())!.FormAt(form.Place)!.Trail!.Changes);
    }

    [Fact]
    public async Task A_form_goes_to_the_right_family_once_however_often_it_is_sent()
    {
        var (wrong, right, was, now) = await EnteredUnderTheWrongFamily();
        var stamp = Some.Stamp("wrong id keyed");
        for (var sent = 0; sent < 3; sent++) Assert.Equal(now, Some.Accepted(await Passage.Move(wrong.Id, was, right.Id, now, stamp)).Form.Place);

        Assert.Empty((await study.Grains.Family(wrong.Id).Read())!.Forms);
        Assert.Equal(wrong.Id, Assert.Single((await study.Grains.Family(right.Id).Read())!.Forms).Trail!.Origin!.From);
    }

    [Fact]
    public async Task Stopped_between_the_steps_it_stands_in_both_with_a_note_until_anybody_finishes_it()
    {
        var (wrong, right, was, now) = await EnteredUnderTheWrongFamily();
        study.Store.AfterWrite(Record(right), () => // taken in; then the store fails under the family that gives it up
        {
            study.Store.BeforeWrite(Record(wrong), FaultyStore.Unavailable);
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<StoreFaultException>(() => Passage.Move(wrong.Id, was, right.Id, now, Some.Stamp("wrong id keyed")));

        var half = (await study.Grains.Family(wrong.Id).Read())!.FormAt(was)!;
        Assert.Equal(right.Id, half.Trail!.Leaving!.To);
        Assert.Equal(wrong.Id, (await study.Grains.Family(right.Id).Read())!.FormAt(now)!.Trail!.Origin!.From);
        Assert.Equal("form.leaving", Some.Refused(await Passage.Keep(wrong.Id, was, Some.Stamp())).Code); // the other has it already

        Some.Accepted(await Passage.Finish(wrong.Id, was, Some.Stamp() with { By = "another@example.org" }));
        Assert.Empty((await study.Grains.Family(wrong.Id).Read())!.Forms);
        Assert.Single((await study.Grains.Family(right.Id).Read())!.Forms);
    }

    [Fact]
    public async Task A_family_that_does_not_take_it_leaves_it_where_it_was_without_a_trace()
    {
        var (wrong, right, was, now) = await EnteredUnderTheWrongFamily();
        Some.Accepted(await study.Grains.Forms(right.Id).Enter(Some.Sdq(right), Some.Stamp()));
        var before = (await study.Grains.Family(wrong.Id).Read())!.Version;

        Assert.Equal("form.occupied", Some.Refused(await Passage.Move(wrong.Id, was, right.Id, now, Some.Stamp("wrong id keyed"))).Code);
        Assert.Equal(before, (await study.Grains.Family(wrong.Id).Read())!.Version);
    }

    [Fact]
    public async Task A_form_of_the_tray_is_entered_once_also_where_another_finishes_what_one_began()
    {
        var family = await study.Family(Some.Consented());
        var (item, match) = await InTray(family);
        study.Store.AfterWrite(Record(family), () => // entered; then the store fails under the tray that marks it
        {
            study.Store.BeforeWrite(new("tray", $"{item.Id.Site}~{item.Id.Volume}"), FaultyStore.Unavailable);
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<StoreFaultException>(() => Matching.Match(item.Id, match, Some.Stamp()));
        Assert.Equal(TrayItemState.Claimed, (await study.Grains.Tray(item.Id).Read()).Item(item.Id)!.State);

        var other = await study.Family(Some.Consented());
        var elsewhere = new TrayMatch(other.Id, Some.Sdq(other).Place, match.CompletedOn);
        Assert.Equal("tray.not-waiting", Some.Refused(await Matching.Match(item.Id, elsewhere, Some.Stamp())).Code);

        Some.Accepted(await Matching.Match(item.Id, match, Some.Stamp() with { By = "another@example.org" }));
        var state = (await study.Grains.Family(family.Id).Read())!;
        Assert.Single(state.Forms);
        Assert.Equal(item.Form.ReceivedOn, state.Receipts.Single().NoteOf(Study.Forms.Receipts.ReceiptStep.Received)!.On);
        Assert.Equal(TrayItemState.Matched, (await study.Grains.Tray(item.Id).Read()).Item(item.Id)!.State);
    }

    [Fact]
    public async Task A_form_that_the_family_does_not_take_stays_in_the_tray()
    {
        var family = await study.Family(Some.Enrolment()); // no consent
        var (item, match) = await InTray(family);
        Assert.Equal("form.no-consent", Some.Refused(await Matching.Match(item.Id, match, Some.Stamp())).Code);
        Assert.Equal(TrayItemState.Waiting, (await study.Grains.Tray(item.Id).Read()).Item(item.Id)!.State);
        Assert.Equal(TrayItemState.Discarded, Some.Accepted(await study.Grains.Tray(item.Id).Discard(item.Id, Some.Stamp("no such family"))).State);
    }

    [Fact]
    public async Task Queries_are_listed_by_site_person_and_state_from_the_registers()
    {
        var family = await study.Family(Some.Consented());
        var form = Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp())).Form;
        var asker = $"{family.Id}@example.org".ToLowerInvariant();
        for (var i = 0; i < 3; i++) Some.Accepted(await study.Grains.Queries(family.Id).OpenQuery(form.Place, "somatic", $"Question {i}", Some.Stamp() with { By = asker }));
        Some.Accepted(await study.Grains.Queries(family.Id).CloseQuery(form.Place, 2, "answered elsewhere", Some.Stamp()));
        var registers = study.Service<FormWorkRegisters>(0);
        var asked = new QueryQuestion { Person = asker, Scope = [Some.Site] };

        Assert.Equal([1, 2, 3], (await registers.Queries(asked)).Rows.Select(r => r.Query.Number));
        Assert.Equal([1, 3], (await registers.Queries(asked with { States = [QueryState.Open] })).Rows.Select(r => r.Query.Number));
        Assert.Empty((await registers.Queries(asked with { Scope = [Some.OtherSite] })).Rows);
        Assert.Equal([(QueryState.Open, 2), (QueryState.Closed, 1)], (await registers.QueryCounts(asked)).OrderBy(c => c.State).Select(c => (c.State, c.Queries)));
        var first = await registers.Queries(asked with { Take = 2 });
        Assert.Equal((2, 3), (first.Rows.Length, first.Total));
        Assert.Equal(3, Assert.Single((await registers.Queries(asked with { Take = 2, After = first.Next })).Rows).Query.Number);
    }

    private async Task<(TrayItem Item, TrayMatch Match)> InTray(FamilyState family)
    {
        var sdq = Some.Sdq(family);
        var form = new TrayForm("2024-02", new(2024, 2, 5), "B12", sdq.Place.Instrument, sdq.InstrumentVersion, "en", sdq.Answers) { CompletedOn = sdq.CompletedOn };
        var stamp = Some.Stamp();
        var trays = study.Service<Trays>(0);
        var item = Some.Accepted(await trays.Key(Some.Site, form, stamp, apart: true));
        Assert.Equal(item.Id, Some.Accepted(await trays.Key(Some.Site, form, stamp, apart: true)).Id);
        return (item, new(family.Id, sdq.Place, sdq.CompletedOn));
    }
}
