using System.Text.Json;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Families;

/// <summary>What is stored of a family: every kind as it is written, and states as folds of prefixes.</summary>
public sealed class FamilyFactTests
{
    private static readonly MemberId Child = new FamilyBuilder().Child;
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly FormPlace Place = new(T1, new("sdq-p-4-17"), Child, new FamilyBuilder().Parent);

    private static readonly AppointmentPlan Plan = new(T1, VisitMode.FaceToFace, "interviewer@example.org", new(2026, 3, 1, 10, 30, 0, TimeSpan.Zero), 90, 30, null, "second@example.org");

    public static TheoryData<string, FamilyFact> EveryKind { get; } = new()
    {
        { "family.sampled", new FamilyFact.Sampled(Ashmere, Cohort, "A-001", Day) },
        { "family.screened", new FamilyFact.Screened(true, Day) },
        { "family.approached", new FamilyFact.Approached("team manager", Day) },
        { "family.not-approached", new FamilyFact.NotApproached(ApproachBar.WorkerDeclined, "worker", Day) },
        { "family.agreed-to-contact", new FamilyFact.AgreedToContact(Day) },
        { "family.declined-contact", new FamilyFact.DeclinedContact(Day) },
        { "family.ended", new FamilyFact.Ended(EndReason.FoundIneligible, Day) },
        { "family.moved", new FamilyFact.Moved(Birchford, new(2026, 3)) },
        { "member.joined", new FamilyFact.MemberJoined(Child, MemberRole.Child, new(2018, 3), Sex.Female, new(2026)) },
        { "member.left", new FamilyFact.MemberLeft(Child, Day) },
        { "member.corrected", new FamilyFact.MemberCorrected(Child, new(2018, 4), Sex.Male) },
        { "member.role-taken", new FamilyFact.RoleTaken(Child, MemberRole.KinCarer, Day) },
        { "member.index-child-chosen", new FamilyFact.IndexChildChosen(Child, IndexChoice.Youngest) },
        { "consent.given", new FamilyFact.ConsentGiven(ConsentScope.ChildInterview, Child, "mother", Day) },
        { "consent.assent", new FamilyFact.AssentRecorded(Child, false, Day, T1, "interviewer@example.org", ConsentMode.Spoken) },
        { "consent.responsibility-checked", new FamilyFact.ResponsibilityChecked(Child, ResponsibilityHolder.SharedWithAuthority, Day, "care order") },
        { "member.erased", new FamilyFact.MemberErased(Child, Day) },
        { "family.erased", new FamilyFact.FamilyErased(Ashmere, Cohort, Day, Day) },
        { "consent.withdrawn", new FamilyFact.ConsentWithdrawn([ConsentScope.CaseFile], WithdrawalExtent.NoFurtherUse, Day, Child) },
        { "worker.allocated", new FamilyFact.WorkerAllocated(new CaseHolder.Named(WorkerOf("amina")), new(2026, 3), "authority", Day) },
        { "case.event", new FamilyFact.CaseEventRecorded(CaseEventKind.Section47, new(2026), null, "case file") },
        { "interviewer.assigned", new FamilyFact.InterviewerAssigned(T1, "interviewer@example.org", Day) },
        { "interview.recorded", new FamilyFact.InterviewRecorded(T1, FamilyBuilder.Interview("2026-03-01", Child)) },
        { "disposition.recorded", new FamilyFact.DispositionRecorded(T1, Track.CaseRecord, "2.11", Day) },
        { "appointment.booked", new FamilyFact.AppointmentBooked(1, Plan) },
        { "appointment.moved", new FamilyFact.AppointmentMoved(1, Plan with { Minutes = 60 }, AskedBy.Family) },
        { "appointment.confirmed", new FamilyFact.AppointmentConfirmed(1) },
        { "appointment.completed", new FamilyFact.AppointmentCompleted(1) },
        { "appointment.no-show", new FamilyFact.AppointmentNotKept(1) },
        { "appointment.cancelled", new FamilyFact.AppointmentCancelled(1, AskedBy.Family) },
        { "booking.abandoned", new FamilyFact.BookingAbandoned(new("op-1")) },
        { "attempt.recorded", new FamilyFact.AttemptRecorded(T1, 1, new(AttemptMode.Telephone, new(2026, 3, 1, 10, 30, 0, TimeSpan.Zero), "interviewer@example.org", "no-answer", Child, "Rang out", NextStep.Visit, Day) { AgainstSafety = true }) },
        { "attempt.struck", new FamilyFact.AttemptStruck(T1, 1) },
        { "tracing.tried", new FamilyFact.TracingTried(T1, 1, new(TracingSource.School, Day, "interviewer@example.org", TracingResult.WillPassOn, Day)) },
        { "tracing.struck", new FamilyFact.TracingStruck(T1, 1) },
        { "form.entered", new FamilyFact.FormEntered(Place, 1, Day, FormMode.Telephone, "cy", [FormFlag.BoundaryAge], AnswerRules.Check(InstrumentShelf.Library["sdq-p-4-17"], new Dictionary<string, string?> { ["consid"] = "2" }).Accepted().Answers) },
        { "form.not-achieved", new FamilyFact.FormNotAchieved(Place with { Respondent = Party.Unnamed }, NotAchievedReason.NoRespondent, Day) },
        { "form.second-entered", new FamilyFact.FormSecondEntered(Place, Day, FormMode.Paper, "en", Answers.Of(("consid", Answer.Of(1))), false) },
        { "form.settled", new FamilyFact.FormSettled(Place, [new("consid", SettledBy.Second)], Answers.Of(("obeys", Answer.Of(2)))) },
        { "form.edited", new FamilyFact.FormEdited(Place, Answers.Of(("consid", Answer.Of(1))), Answers.Of(("consid", Answer.Of(2))), EditReason.SourceChecked, Answers.Of(("burden", Answer.Of(1)))) },
        { "form.corrected", new FamilyFact.FormCorrected(Place, Day, FormMode.Telephone, "cy", [FormFlag.OutsideWindow], EditReason.Other) },
        { "form.moved", new FamilyFact.FormMoved(Place, Place with { Wave = T2 }, []) },
        { "forms.swapped", new FamilyFact.FormsSwapped(Place, Place with { Wave = T2 }, [FormFlag.BoundaryAge], []) },
        { "form.leaving", new FamilyFact.FormLeaving(Place, Child.Family, Place) },
        { "form.stayed", new FamilyFact.FormStayed(Place) },
        { "form.taken-in", new FamilyFact.FormTakenIn(Place, Child.Family, Place, 1, Day, FormMode.Paper, "en", [], Answers.Of(("consid", Answer.Of(1))), "researcher@example.org", default) },
        { "form.given-up", new FamilyFact.FormGivenUp(Place, Child.Family, Place) },
        { "form.locked", new FamilyFact.FormLocked(Place) },
        { "form.unlocked", new FamilyFact.FormUnlocked(Place) },
        { "form.receipt-noted", new FamilyFact.FormReceiptNoted(Place, ReceiptStep.Boxed, Day, "B12") },
        { "query.opened", new FamilyFact.QueryOpened(Place, 1, "consid", "Is this a 1?") },
        { "query.answered", new FamilyFact.QueryAnswered(Place, 1, "It is a 1.") },
        { "query.closed", new FamilyFact.QueryClosed(Place, 1, "Agreed.") },
        { "quality.dismissed", new FamilyFact.QualityDismissed("straight-lining", $"{Place}", "0123456789abcdef") },
        { "query.reopened", new FamilyFact.QueryReopened(Place, 1, "It is a 7.") },
        { "case.event-struck", new FamilyFact.CaseEventStruck(CaseEventKind.Death, Day, Child, "authority") },
        { "family.merged-from", new FamilyFact.MergedFrom(Child.Family, Ashmere, "A-002", [new(Child, Child)], Day) },
        { "family.merged-into", new FamilyFact.MergedInto(Child.Family, [new(Child, Child)], Day) },
        { "family.split-from", new FamilyFact.SplitFrom(Child.Family, [new(Child, Child)], Day) },
        { "message.noted", new FamilyFact.MessageNoted(1, Child, "1~op-1~2", 1) },
        { "message.settled", new FamilyFact.MessageSettled(1, MessageOutcome.Sent) },
        { "two-person.set", new FamilyFact.TwoPersonSet(TwoPersonReason.RiskToStaff, Day) },
        { "two-person.lifted", new FamilyFact.TwoPersonLifted(TwoPersonLift.RiskPassed, Day) },
        { "visit.checked-in", new FamilyFact.VisitCheckedIn(1, Plan.Start) },
        { "visit.returned", new FamilyFact.VisitReturned(1, SafeReport.SecondPerson, Plan.End) },
        { "visit.alarm-raised", new FamilyFact.VisitAlarmRaised(1, AlarmTold.Police, Plan.End) },
        { "visit.alert-noted", new FamilyFact.VisitAlertNoted(1) },
        { "visit.alert-settled", new FamilyFact.VisitAlertSettled(1, MessageOutcome.Sent) },
        { "family.split-into", new FamilyFact.SplitInto(Child.Family, [new(Child, Child)], Day) },
    };

    [Theory, MemberData(nameof(EveryKind))]
    public void A_fact_reads_back_as_it_was_written(string kind, FamilyFact fact)
    {
        var written = FactKinds<FamilyFact>.Write(fact);

        var read = FactKinds<FamilyFact>.Read(kind, written);

        Assert.Equal(kind, FactKinds<FamilyFact>.Of(fact));
        Assert.Equal(fact.GetType(), read.GetType());
        Assert.Equal(written, FactKinds<FamilyFact>.Write(read));
        Assert.Equal(fact.GetType().GetProperties().Length, JsonDocument.Parse(written).RootElement.EnumerateObject().Count() + Nulls(fact));
    }

    [Fact]
    public void Every_kind_is_among_them() => Assert.Equal(FactKinds<FamilyFact>.All.Order(), EveryKind.Select(row => row.Data.Item1).Order());

    [Fact]
    public void A_withdrawal_stored_before_members_had_their_own_is_the_family_s()
    {
        var read = (FamilyFact.ConsentWithdrawn)FactKinds<FamilyFact>.Read("consent.withdrawn", """{"scopes":["interview"],"extent":"no-further-contact","from":"2026-03-01"}"""u8);

        Assert.Null(read.About);
    }

    [Theory]
    [InlineData("worker"), InlineData("unidentified"), InlineData("team"), InlineData("unallocated"), InlineData("closed"), InlineData("not-known")]
    public void Every_case_holder_reads_back_under_its_kind(string kind)
    {
        CaseHolder holder = kind switch
        {
            "worker" => new CaseHolder.Named(WorkerOf("amina")),
            "unidentified" => new CaseHolder.Unidentified("new starter"),
            "team" => new CaseHolder.Team("duty"),
            "unallocated" => new CaseHolder.Unallocated(),
            "closed" => new CaseHolder.Closed(),
            _ => new CaseHolder.NotKnown(),
        };

        var written = FactKinds<FamilyFact>.Write(new FamilyFact.WorkerAllocated(holder, Day, "authority", null));

        Assert.Equal(kind, holder.Kind);
        Assert.Equal(kind, JsonDocument.Parse(written).RootElement.GetProperty("holder").GetProperty("kind").GetString());
        Assert.Equal(holder, ((FamilyFact.WorkerAllocated)FactKinds<FamilyFact>.Read("worker.allocated", written)).Holder);
    }

    [Fact]
    public void A_family_as_it_stood_at_an_instant_is_the_fold_of_the_facts_until_then()
    {
        var family = Eventful();
        var states = family.Ledger.Facts.Aggregate(new List<FamilyState> { new(family.State.Id) }, (all, fact) => [.. all, FamilyFold.Next(all[^1], fact)]);

        foreach (var day in family.Ledger.Stored.Select(f => f.Head.At).Distinct())
        {
            var asOf = family.Ledger.AsOf(day);
            var fold = asOf.Facts.Aggregate(new FamilyState(family.State.Id), FamilyFold.Next);
            Assert.Equal(JsonSerializer.Serialize(states[asOf.Length], FactJson.Options), JsonSerializer.Serialize(fold, FactJson.Options));
            Assert.True(asOf.Length == family.Ledger.Length || family.Ledger.Stored[asOf.Length].Head.At > day);
        }
        Assert.Equal(family.Ledger.Length, family.State.Version);
    }

    [Fact]
    public void A_family_reads_back_from_storage_as_it_was()
    {
        var family = Eventful();

        var again = Ledger<FamilyFact>.FromStored(family.Ledger.Key, family.Ledger.ToStored()).Facts.Aggregate(new FamilyState(family.State.Id), FamilyFold.Next);

        Assert.Equal(JsonSerializer.Serialize(family.State, FactJson.Options), JsonSerializer.Serialize(again, FactJson.Options));
    }

    [Fact]
    public void A_form_keeps_its_place_to_itself_whatever_else_happens()
    {
        var places = Eventful().State.Forms.Select(f => f.Place).ToList();

        Assert.Equal(places.Distinct(), places);
    }

    private static FamilyBuilder Eventful()
    {
        var family = FamilyBuilder.TakingPart(birth: "2013-03").With(MemberRole.Teacher).Interviewed(T1, "2026-02-10").Answered(T1, "sdq-s-11-17", "2026-02-10").Answered(T1, "case-record", "2026-02-11");
        return family.On("2026-04-01")
            .Does((f, s) => CaseRules.Allocate(f, Small, new(new CaseHolder.Named(WorkerOf("amina")), new(2025), "authority", null), s, family.Today))
            .Does((f, _) => MemberRules.Move(f, Small, Birchford, new(2026, 3), family.Today))
            .Does((f, s) => MemberRules.Correct(f, family.Child, new(2013, 4), Sex.Female, s), "birth certificate")
            .Does((f, s) => FormRules.MarkNotAchieved(f, Small, new(T1, new("sdq-t-4-17"), family.Child, family.MemberOf('R', 1)), NotAchievedReason.NotReturned, new(2026, 4, 1), s))
            .On("2026-05-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.ChildInterview], WithdrawalExtent.NoFurtherUse, new(2026, 5, 1), family.Child)))
            .Lost(T2, Track.Interview, "3.18", "2026-11-30");
    }

    private static int Nulls(FamilyFact fact) => fact.GetType().GetProperties().Count(p => p.GetValue(fact) is null);
}
