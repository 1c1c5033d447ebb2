using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Grains.Faults;

namespace SosLongitudinal.Tests.Grains;

public sealed class CommandFaultTests(StudyCluster study)
{
    [Fact]
    public async Task After_a_failed_write_memory_is_as_before_and_nothing_was_saved()
    {
        var family = await study.Family(Some.Consented());
        study.Store.BeforeWrite(Place(family), FaultyStore.Unavailable);

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));

        Assert.False(fault.MaybeSaved);
        Assert.Equal(family.Version, (await study.Grains.Family(family.Id).Read())!.Version);
        Assert.Equal(family.Version, await FactsInStore(family));
        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));
    }

    [Fact]
    public async Task A_write_that_took_without_an_answer_is_found_by_its_operation_and_answered()
    {
        var family = await study.Family(Some.Consented());
        var stamp = Some.Stamp();
        study.Store.AfterWrite(Place(family), FaultyStore.OutcomeUnknown(Place(family)));

        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), stamp));
        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), stamp));

        Assert.Equal(family.Version + 1, await FactsInStore(family));
    }

    [Fact]
    public async Task A_write_without_an_answer_that_is_not_there_yet_may_still_land_and_the_person_is_told_so()
    {
        var family = await study.Family(Some.Consented());
        study.Store.BeforeWrite(Place(family), FaultyStore.OutcomeUnknown(Place(family)));

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));

        Assert.True(fault.MaybeSaved);
        Assert.Equal(family.Version, await FactsInStore(family));
    }

    [Fact]
    public async Task Where_the_outcome_cannot_be_read_either_it_may_have_been_saved_and_sending_again_does_not_double_it()
    {
        var family = await study.Family(Some.Consented());
        var stamp = Some.Stamp();
        study.Store.AfterWrite(Place(family), FaultyStore.OutcomeUnknown(Place(family)));
        study.Store.BeforeRead(Place(family), FaultyStore.Unavailable);
        study.Store.BeforeRead(Place(family), FaultyStore.Unavailable);

        var first = await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), stamp));
        var again = await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), stamp));
        Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), stamp));

        Assert.True(first.MaybeSaved);
        Assert.True(again.MaybeSaved);
        Assert.Equal(family.Version + 1, await FactsInStore(family));
    }

    [Fact]
    public async Task An_operation_that_may_still_land_is_not_called_unsaved_by_a_later_fault()
    {
        var family = await study.Family(Some.Consented());
        var stamp = Some.Stamp();
        study.Store.BeforeWrite(Place(family), FaultyStore.OutcomeUnknown(Place(family)));
        study.Store.BeforeWrite(Place(family), FaultyStore.Unavailable);

        var first = await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), stamp));
        var again = await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), stamp));

        Assert.True(first.MaybeSaved);
        Assert.True(again.MaybeSaved);
    }

    [Fact]
    public async Task Another_operation_met_by_a_store_that_is_still_down_was_certainly_not_saved()
    {
        var family = await study.Family(Some.Consented());
        study.Store.BeforeWrite(Place(family), FaultyStore.Unavailable);
        study.Store.BeforeRead(Place(family), FaultyStore.Unavailable);

        await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));
        var next = await Assert.ThrowsAsync<StoreFaultException>(() => study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));

        Assert.False(next.MaybeSaved);
    }

    [Fact]
    public async Task A_conflict_reads_again_and_decides_again()
    {
        var family = await study.Family(Some.Consented());
        study.Store.BeforeWrite(Place(family), () => CommitBehindItsBack(family, new FamilyFact.FormNotAchieved(Some.Sdq(family).Place, Study.Forms.NotAchievedReason.Lost, new(2024, 2, 1))));

        var receipt = Some.Accepted(await study.Grains.Forms(family.Id).Enter(Some.Sdq(family), Some.Stamp()));

        Assert.Equal(family.Version + 2, receipt.Form.Version);
        Assert.Equal(family.Version + 2, await FactsInStore(family));
    }

    [Fact]
    public async Task A_conflict_can_turn_an_acceptance_into_a_refusal()
    {
        var family = await study.Family(Some.Consented());
        var entry = Some.Sdq(family);
        study.Store.BeforeWrite(Place(family), () => CommitBehindItsBack(family,
            new FamilyFact.FormEntered(entry.Place, entry.InstrumentVersion, entry.CompletedOn, entry.Mode, entry.Language, [], entry.Answers)));

        Assert.Equal("form.already-entered", Some.Refused(await study.Grains.Forms(family.Id).Enter(entry, Some.Stamp())).Code);
        Assert.Equal(family.Version + 1, await FactsInStore(family));
    }

    [Fact]
    public async Task A_stalled_write_holds_up_its_own_family_only()
    {
        var (slow, quick) = (await study.Family(Some.Consented()), await study.Family(Some.Consented()));
        var gate = new Gate();
        study.Store.BeforeWrite(Place(slow), gate.Pass);

        var waiting = study.Grains.Forms(slow.Id).Enter(Some.Sdq(slow), Some.Stamp());
        await gate.Arrived;
        Some.Accepted(await study.Grains.Forms(quick.Id).Enter(Some.Sdq(quick), Some.Stamp()));
        Assert.False(waiting.IsCompleted);
        gate.Open();
        Some.Accepted(await waiting);
    }

    [Fact]
    public async Task A_reason_is_part_of_what_an_operation_says()
    {
        var family = await study.Family(Some.Consented());
        var stamp = Some.Stamp("moved away");
        Some.Accepted(await study.Grains.Enrolment(family.Id).End(EndReason.MovedOutOfScope, new(2024, 3, 1), stamp));

        Some.Accepted(await study.Grains.Enrolment(family.Id).End(EndReason.MovedOutOfScope, new(2024, 3, 1), stamp));
        Assert.Equal("operation.reused", Some.Refused(await study.Grains.Enrolment(family.Id).End(EndReason.MovedOutOfScope, new(2024, 3, 1), stamp with { Why = "other" })).Code);
        Assert.Equal("operation.reused", Some.Refused(await study.Grains.Enrolment(family.Id).End(EndReason.MovedOutOfScope, new(2024, 3, 1), stamp with { By = "another@example.org" })).Code);
    }

    private static RecordKey Place(FamilyState family) => new("family", family.Id.ToString());

    private async Task<int> FactsInStore(FamilyState family) => (await Stored(family)).Ledger.Length;

    private async Task<(Ledger<FamilyFact> Ledger, string Version)> Stored(FamilyState family)
    {
        var record = (await study.Store.Inner.Read(Place(family)))!;
        return (Ledger<FamilyFact>.FromStored(family.Id.ToString(), record.Content), record.Version);
    }

    private async Task CommitBehindItsBack(FamilyState family, FamilyFact fact)
    {
        var (ledger, version) = await Stored(family);
        await study.Store.Inner.Write(Place(family), ledger.Append([fact], Some.Stamp() with { By = "another@example.org" }).ToStored(), version);
    }
}
