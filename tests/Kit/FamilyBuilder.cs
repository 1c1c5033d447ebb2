using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Kit;

using FactsDecided = Decision<ImmutableArray<FamilyFact>>;

/// <summary>
/// A family made by the rules themselves, so that no test stands on a family that could not be. The clock goes forward to the day of each act; what a test
/// does not say has the defaults given here.
/// </summary>
public sealed class FamilyBuilder(StudyFrame? frame = null, string seed = "a family")
{
    public const string By = "researcher@example.org";
    private int operations;
    private string by = By;

    public StudyFrame Frame { get; } = frame ?? StudyBuilder.Small;

    public FamilyState State { get; private set; } = new(FamilyId.From(seed));

    public Ledger<FamilyFact> Ledger { get; private set; } = Ledger<FamilyFact>.Empty(FamilyId.From(seed).ToString());

    public DateOnly Today { get; private set; } = new(2026, 1, 1);

    public MemberId Child => MemberOf('C', 1);

    public MemberId Parent => MemberOf('P', 1);

    public MemberId MemberOf(char letter, int number) => MemberId.Of(State.Id, letter, number);

    public Stamp Stamp(string? why = null) =>
        new(new($"{State.Id}-{++operations}"), by, new(Today, new(12, 0), TimeSpan.Zero), why);

    /// <summary>What follows is done by another person.</summary>
    public FamilyBuilder As(string person)
    {
        by = person;
        return this;
    }

    /// <summary>Lets the clock go forward to a day.</summary>
    public FamilyBuilder On(string day)
    {
        if (Day(day) > Today) Today = Day(day);
        return this;
    }

    public FactsDecided Asks(Func<FamilyState, Stamp, FactsDecided> rule, string? why = null) => rule(State, Stamp(why));

    public FamilyBuilder Does(Func<FamilyState, Stamp, FactsDecided> rule, string? why = null)
    {
        var stamp = Stamp(why);
        var before = Ledger.Length;
        Ledger = Ledger.Append(rule(State, stamp).Accepted(), stamp);
        State = Ledger.Facts.Skip(before).Aggregate(State, FamilyFold.Next);
        return this;
    }

    public FamilyBuilder Sampled(string on = "2026-01-05", SiteCode? site = null) =>
        On(on).Does((f, _) => EnrolmentRules.Sample(f, Frame, new(site ?? StudyBuilder.Ashmere, StudyBuilder.Cohort, "A-001", Day(on))));

    public FamilyBuilder With(MemberRole role, string? birth = null, string joined = "2026-01-05") =>
        Does((f, _) => MemberRules.Join(f, [new(role, birth is null ? null : BirthMonth.Parse(birth), Sex.NotKnown, PartialDate.Parse(joined))], Today));

    public FamilyBuilder AgreedToContact(string on = "2026-01-08") => On(on)
        .Does((f, _) => EnrolmentRules.Screen(f, eligible: true, Day(on)))
        .Does((f, _) => EnrolmentRules.Approach(f, "team manager", Day(on)))
        .Does((f, _) => EnrolmentRules.AgreeToContact(f, Day(on)));

    public FamilyBuilder Consented(string on = "2026-01-10", params ConsentScope[] scopes)
    {
        foreach (var scope in scopes.Length == 0 ? Enum.GetValues<ConsentScope>() : scopes)
            On(on).Does((f, _) => EnrolmentRules.Consent(f, new(scope, null, "parent", Day(on)), Today));
        return this;
    }

    /// <summary>Sampled, agreed and consented to everything: one child (eight years old in 2026 unless said) and one parent.</summary>
    public static FamilyBuilder TakingPart(StudyFrame? frame = null, string birth = "2018-03", params ConsentScope[] scopes) =>
        new FamilyBuilder(frame).Sampled().With(MemberRole.Child, birth).With(MemberRole.Parent).AgreedToContact().Consented(scopes: scopes);

    public FamilyBuilder Visited(WaveCode wave, string on, MemberId? respondent = null) =>
        On(on).Does((f, s) => FieldworkRules.RecordInterview(f, Frame, wave, Interview(on, respondent), s));

    public FamilyBuilder Lost(WaveCode wave, Track track, string code, string on) =>
        On(on).Does((f, s) => FieldworkRules.Dispose(f, Frame, new(wave, track, code, Day(on)), s));

    public FamilyBuilder Answered(WaveCode wave, string instrument, string on, Party? about = null, Party? from = null, string? why = null) =>
        On(on).Does((f, s) => FormRules.Enter(f, Frame, Entry(wave, instrument, on, about, from), s), why);

    /// <summary>Every required form of an interview with this builder's one child.</summary>
    public FamilyBuilder Interviewed(WaveCode wave, string on, string sdq = "sdq-p-4-17") =>
        Visited(wave, on).Answered(wave, "parent-questionnaire", on).Answered(wave, sdq, on);

    public FormEntry Entry(WaveCode wave, string instrument, string on, Party? about = null, Party? from = null)
    {
        var definition = InstrumentShelf.Library[instrument];
        var place = new FormPlace(wave, definition.Id, about ?? SubjectOf(definition), from ?? RespondentOf(definition, about));
        return new(place, definition.Version, Day(on), FormMode.Paper, "en", AnswerRules.Check(definition, new Dictionary<string, string?>(), FormMoment.On(Day(on))).Accepted().Answers);
    }

    public static Interview Interview(string on, MemberId? respondent = null) =>
        new([new(Day(on), new(10, 30), VisitMode.FaceToFace, "home")], respondent, "interviewer@example.org", "en", Interpreter.None, "");

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Party SubjectOf(InstrumentDefinition definition) =>
        definition.Subject switch { InstrumentSubject.Child => Child, InstrumentSubject.Carer => Parent, _ => Party.Family };

    private Party RespondentOf(InstrumentDefinition definition, Party? about) => definition.Respondents[0] switch
    {
        RespondentRole.Researcher => Party.CaseFile,
        RespondentRole.Self => about ?? Child,
        RespondentRole.Teacher => State.Members.First(m => m.Role == MemberRole.Teacher).Id,
        _ => Parent,
    };
}
