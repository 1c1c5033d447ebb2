using System.Collections.Immutable;
using System.Text;
using Orleans.Runtime;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

using Rule = Func<FamilyState, StudyFrame, Stamp, Decision<ImmutableArray<FamilyFact>>>;

/// <summary>The door to one family. Every method is: the frame, the rule, the commit, the answer.</summary>
[GrainType("sos-family")]
internal sealed partial class FamilyGrain(
    [PersistentState("family", Records.Provider)] IPersistentState<Ledger<FamilyFact>> record, StudyFrames frames, FamilyRegisters registers, DoubleEntrySamples samples, GroupWatch groups, TimeProvider clock)
    : LedgerGrain<FamilyFact, FamilyState>(record, clock), IFamilyEnrolment, IFamilyMembers, IFamilyCase, IFamilyForms, IFamilyFieldwork, IFamilyRecord
{
    private FamilyId Id => FamilyId.Parse(Key);

    protected override FamilyState Nothing => new(Id);

    protected override FamilyState Fold(FamilyState state, Recorded<FamilyFact> fact) => FamilyFold.Next(state, fact);

    protected override Task Committed() => Task.WhenAll(registers.Put(new(State, RecordVersion)), groups.Changed(State));

    public Task<Decision<FamilyState>> Enrol(Enrolment e, Stamp stamp) => Decide(stamp, (family, frame, s) => EnrolmentSteps.Of(family, frame, e, s));

    public Task<Decision<FamilyState>> Screen(bool eligible, DateOnly on, Stamp stamp) => Decide(stamp, on, (family, _, _) => EnrolmentRules.Screen(family, eligible, on));

    public Task<Decision<FamilyState>> Approach(string approacher, DateOnly on, Stamp stamp) => Decide(stamp, on, (family, _, _) => EnrolmentRules.Approach(family, approacher, on));

    public Task<Decision<FamilyState>> DoNotApproach(ApproachBar bar, string decider, DateOnly on, Stamp stamp) =>
        Decide(stamp, on, (family, _, _) => EnrolmentRules.DoNotApproach(family, bar, decider, on));

    public Task<Decision<FamilyState>> AgreeToContact(DateOnly on, Stamp stamp) => Decide(stamp, on, (family, _, _) => EnrolmentRules.AgreeToContact(family, on));

    public Task<Decision<FamilyState>> DeclineContact(DateOnly on, Stamp stamp) => Decide(stamp, on, (family, _, _) => EnrolmentRules.DeclineContact(family, on));

    public Task<Decision<FamilyState>> Consent(ConsentScope scope, MemberId? about, string givenBy, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => EnrolmentRules.Consent(family, new(scope, about, givenBy, on), frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> Withdraw(ImmutableArray<ConsentScope> scopes, WithdrawalExtent extent, DateOnly from, Stamp stamp) =>
        Decide(stamp, (family, _, _) => EnrolmentRules.Withdraw(family, new(scopes, extent, from)));

    public Task<Decision<FamilyState>> WithdrawAbout(MemberId member, ImmutableArray<ConsentScope> scopes, WithdrawalExtent extent, DateOnly from, Stamp stamp) =>
        Decide(stamp, (family, _, _) => EnrolmentRules.Withdraw(family, new(scopes, extent, from, member)));

    public Task<Decision<FamilyState>> End(EndReason reason, DateOnly on, Stamp stamp) => Decide(stamp, on, (family, _, s) => EnrolmentRules.End(family, reason, on, s));

    public Task<Decision<FamilyState>> Join(ImmutableArray<NewMember> members, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => MemberRules.Join(family, members, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> Leave(MemberId member, PartialDate on, Stamp stamp) => Decide(stamp, (family, frame, s) => on.Earliest > frame.Design.Today(s.At) ? FamilyRefusals.Future.At("on") : MemberRules.Leave(family, member, on));

    public Task<Decision<FamilyState>> Correct(MemberId member, BirthMonth? birth, Sex sex, Stamp stamp) =>
        Decide(stamp, (family, _, s) => MemberRules.Correct(family, member, birth, sex, s));

    public Task<Decision<FamilyState>> TakeRole(MemberId member, MemberRole role, PartialDate on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => MemberRules.TakeRole(family, member, role, on, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> ChooseIndexChild(MemberId? named, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => MemberRules.ChooseIndexChild(family, frame.Design, named, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> Move(SiteCode to, PartialDate on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => MemberRules.Move(family, frame, to, on, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> Allocate(CaseHolder holder, PartialDate from, string source, DateOnly? knownTo, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => CaseRules.Allocate(family, frame, new(holder, from, source, knownTo), s, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> Reassign(WorkerId from, WorkerId? to, DateOnly on, string source, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => CaseRules.Reassign(family, frame, from, to, on, source, s, frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> RecordEvent(CaseEventKind happened, PartialDate on, MemberId? child, string source, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => CaseRules.Record(family, new(happened, on, child, source), frame.Design.Today(s.At)));

    public Task<Decision<FamilyState>> StrikeEvent(CaseEvent recorded, Stamp stamp) => Decide(stamp, (family, _, s) => CaseRules.Strike(family, recorded, s));

    public Task<Decision<FormReceipt>> Enter(FormEntry entry, Stamp stamp) => frames.Decide(frame =>
        Decide(stamp, (family, s) => FormRules.Enter(family, frame, entry, s), family => Receipt(family, frame, entry.Place, stamp)));

    public Task<Decision<FamilyState>> MarkNotAchieved(FormPlace place, NotAchievedReason reason, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => FormRules.MarkNotAchieved(family, frame, place, reason, on, s));

    public Task<Decision<FamilyState>> Assign(WaveCode wave, string interviewer, DateOnly from, Stamp stamp) =>
        Decide(stamp, (family, frame, _) => FieldworkRules.Assign(family, frame, new(wave, interviewer, from)));

    public Task<Decision<FamilyState>> RecordInterview(WaveCode wave, Interview interview, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => FieldworkRules.RecordInterview(family, frame, wave, interview, s));

    public Task<Decision<FamilyState>> Dispose(WaveCode wave, Track track, string code, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => FieldworkRules.Dispose(family, frame, new(wave, track, code, on), s));

    public Task<FamilyState?> Read() => Task.FromResult(State.Exists ? State : null);

    public Task<SiteCode?> Site() => Task.FromResult<SiteCode?>(State.Exists ? State.Site : null);

    public Task<ImmutableArray<HistoryEntry>> History() => Task.FromResult(Ledger.Stored
        .Select(f => new HistoryEntry(f.Head.N, f.Head.At, f.Head.By, f.Head.Kind, f.Why, Encoding.UTF8.GetString(f.Content)))
        .ToImmutableArray());

    /// <summary>A step that happens on a day is first asked whether it can have.</summary>
    private Task<Decision<FamilyState>> Decide(Stamp stamp, DateOnly on, Rule rule) =>
        Decide(stamp, (family, frame, s) => EnrolmentRules.Happened(family, on, frame.Design.Today(s.At)).Then(_ => rule(family, frame, s)));

    private Task<Decision<FamilyState>> Decide(Stamp stamp, Rule rule) => frames.Decide(frame => Decide(stamp, (family, s) => rule(family, frame, s), family => family));
}
