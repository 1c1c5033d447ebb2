using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Tests.Study.Demo;

/// <summary>Takes a demo through the rules that people's own commands go through.</summary>
internal static class DemoReplay
{
    public static StudyFrame FrameOf(DemoStudyData demo)
    {
        var opened = Accepted(StudyRules.Open(new StudyDesign(), demo.Design));
        var design = opened.Select(Recorded).Aggregate(new StudyDesign(), StudyFact.Fold);
        var frame = new StudyFrame { Design = design };
        foreach (var site in demo.Template.Sites)
        {
            var state = new Site(site.Code, "");
            foreach (var fact in site.Facts)
            {
                var decided = fact switch
                {
                    SiteFact.Opened f => SiteRules.Open(state, f.Name),
                    SiteFact.BandSet f => SiteRules.SetBand(state, design, f.Band, f.From),
                    _ => throw new InvalidOperationException($"{fact}"),
                };
                Assert.Equal([fact], Accepted(decided));
                state = Site.Fold(state, Recorded(fact));
            }
            frame = frame with { Sites = frame.Sites.Add(site.Code, state) };
        }
        foreach (var worker in demo.Workers)
        {
            var state = new SocialWorker(worker.Id);
            foreach (var fact in worker.Acts.SelectMany(a => a.Facts))
            {
                var decided = fact switch
                {
                    WorkerFact.Registered f => WorkerRules.Register(state, f),
                    WorkerFact.EmploymentChanged f => WorkerRules.ChangeEmployment(state, f.Employment, f.From),
                    WorkerFact.Left f => WorkerRules.Leave(state, f.On),
                    _ => throw new InvalidOperationException($"{fact}"),
                };
                Assert.Equal([fact], Accepted(decided));
                state = SocialWorker.Fold(state, Recorded(fact));
            }
            frame = frame with { Workers = frame.Workers.Add(worker.Id, state) };
        }
        return frame;
    }

    public static DoubleEntrySample SampleOf(DemoStudyData demo) => new(value => KeyedHash.Number(demo.Secret, DoubleEntrySample.Purpose, value));

    /// <summary>Asserts that the rules accept every fact of the family as it is, and gives its state at the end.</summary>
    /// <param name="sample">What the demo draws for double entry.</param>
    public static FamilyState Family(DemoFamily family, StudyFrame frame, DateOnly today, DoubleEntrySample sample)
    {
        var state = new FamilyState(family.Id);
        var last = DateTimeOffset.MinValue;
        foreach (var act in family.Acts)
        {
            Assert.True(act.Stamp.At > last, $"{family.Id}: {act.Stamp} is not after {last}");
            Assert.True(frame.Design.Today(act.Stamp.At) < today, $"{family.Id}: {act.Stamp} lies in the future");
            last = act.Stamp.At;
            foreach (var fact in act.Facts)
            {
                var decided = Decide(state, frame, fact, act.Stamp, sample);
                Assert.True(decided is Decision<ImmutableArray<FamilyFact>>.Accepted, $"{family.Id}: {fact}\n{decided}");
                Assert.Equal(FactKinds<FamilyFact>.Write(fact), FactKinds<FamilyFact>.Write(Assert.Single(Accepted(decided))));
                state = FamilyFold.Next(state, new(new(state.Version + 1, act.Stamp.At, act.Stamp.By, act.Stamp.Operation, ""), fact, act.Stamp.Why));
            }
        }
        return state;
    }

    private static Decision<ImmutableArray<FamilyFact>> Decide(FamilyState state, StudyFrame frame, FamilyFact fact, Stamp stamp, DoubleEntrySample sample)
    {
        var today = frame.Design.Today(stamp.At);
        return fact switch
        {
            FamilyFact.Sampled f => EnrolmentRules.Sample(state, frame, f),
            FamilyFact.Screened f => EnrolmentRules.Screen(state, f.Eligible, f.On),
            FamilyFact.Approached f => EnrolmentRules.Approach(state, f.Approacher, f.On),
            FamilyFact.NotApproached f => EnrolmentRules.DoNotApproach(state, f.Bar, f.Decider, f.On),
            FamilyFact.AgreedToContact f => EnrolmentRules.AgreeToContact(state, f.On),
            FamilyFact.DeclinedContact f => EnrolmentRules.DeclineContact(state, f.On),
            FamilyFact.Ended f => EnrolmentRules.End(state, f.Reason, f.On, stamp),
            FamilyFact.Moved f => MemberRules.Move(state, frame, f.To, f.On, today),
            FamilyFact.MemberJoined f => MemberRules.Join(state, [new(f.Role, f.Birth, f.Sex, f.On)], today),
            FamilyFact.IndexChildChosen => MemberRules.ChooseIndexChild(state, frame.Design, null, today),
            FamilyFact.AssentRecorded f => ConsentRules.RecordAssent(state, frame, new(f.Child, f.Given, f.On, f.Wave, f.TakenBy, f.Mode), today),
            FamilyFact.ConsentGiven f => EnrolmentRules.Consent(state, f, today),
            FamilyFact.ConsentWithdrawn f => EnrolmentRules.Withdraw(state, f),
            FamilyFact.WorkerAllocated f => CaseRules.Allocate(state, frame, f, stamp, today),
            FamilyFact.CaseEventRecorded f => CaseRules.Record(state, f, today),
            FamilyFact.InterviewerAssigned f => FieldworkRules.Assign(state, frame, f),
            FamilyFact.InterviewRecorded f => FieldworkRules.RecordInterview(state, frame, f.Wave, f.Interview, stamp),
            FamilyFact.DispositionRecorded f => FieldworkRules.Dispose(state, frame, f, stamp),
            FamilyFact.AttemptRecorded f => AttemptRules.Record(state, frame, f.Wave, f.Attempt, stamp),
            FamilyFact.FormNotAchieved f => FormRules.MarkNotAchieved(state, frame, f.Place, f.Reason, f.On, stamp),
            FamilyFact.FormEntered f => AnswerRules.Check(frame.Shelf.Find(f.Place.Instrument, f.InstrumentVersion)!, AsKeyed(f.Answers), FormMoment.On(f.CompletedOn))
                .Then(held => FormRules.Enter(state, frame, new(f.Place, f.InstrumentVersion, f.CompletedOn, f.Mode, f.Language, held.Answers) { Aside = held.Aside }, stamp)),
            FamilyFact.FormSecondEntered f => AnswerRules.Check(frame.Shelf.Find(f.Place.Instrument, state.FormAt(f.Place)!.InstrumentVersion)!, AsKeyed(f.Answers), FormMoment.On(f.CompletedOn))
                .Then(held => SecondEntryRules.Enter(state, frame, new(f.Place, state.FormAt(f.Place)!.InstrumentVersion, f.CompletedOn, f.Mode, f.Language, held.Answers), sample.Draws(frame.Design, state.Id, f.Place), stamp)),
            FamilyFact.FormSettled f => SettleRules.Settle(state, frame, f.Place, [.. f.Items.Select(i => new Settlement(i.Item, i.By, i.By == SettledBy.Third ? f.Third![i.Item] : null, i.Why))], stamp),
            FamilyFact.QueryOpened f => QueryRules.Open(state, frame, f.Place, f.Item, f.Remark),
            FamilyFact.QueryAnswered f => QueryRules.Answer(state, f.Place, f.Number, f.Remark),
            FamilyFact.QueryClosed f => QueryRules.Close(state, f.Place, f.Number, f.Remark),
            FamilyFact.FormReceiptNoted f => ReceiptRules.Note(state, frame, new(f.Place, f.Step, f.On, f.Box), stamp),
            _ => throw new InvalidOperationException($"The demo holds a {fact.GetType().Name}."),
        };
    }

    /// <summary>What does not apply is not keyed; the check finds it.</summary>
    private static Answers AsKeyed(Answers answers) => Answers.Of(answers.All().Where(a => a.Answer is not Answer.Missing { Reason: MissingReason.NotApplicable }));

    private static ImmutableArray<TFact> Accepted<TFact>(Decision<ImmutableArray<TFact>> decision) =>
        decision.Match(facts => facts, why => throw new InvalidOperationException($"{why.Code}: {why.Sentence}"));

    private static Recorded<TFact> Recorded<TFact>(TFact fact) where TFact : class => new(new(1, DateTimeOffset.UnixEpoch, "test", new("test"), ""), fact, null);
}
