using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Kit.Sketches;

/// <summary>A family said in facts, each folded as it is said; rules are not asked.</summary>
public sealed class FamilySketch
{
    private static readonly DateOnly Start = new(2016, 1, 4);

    public FamilySketch(string seed, string site = "ashmere", bool consented = true)
    {
        State = new(FamilyId.From(seed));
        Say(new FamilyFact.Sampled(new(site), new("c1"), $"SERIAL-{seed}", Start));
        Child = Join(MemberRole.Child, new(2008, 5));
        Mother = Join(MemberRole.Parent);
        Say(new FamilyFact.IndexChildChosen(Child, IndexChoice.Youngest));
        if (!consented) return;
        foreach (var scope in (ReadOnlySpan<ConsentScope>)[ConsentScope.Interview, ConsentScope.Teacher, ConsentScope.CaseFile])
            Say(new FamilyFact.ConsentGiven(scope, null, "Canary Mother", Start));
    }

    public FamilyState State { get; private set; }

    public MemberId Child { get; }

    public MemberId Mother { get; }

    public static implicit operator FamilyState(FamilySketch sketch) => sketch.State;

    public FamilySketch Say(FamilyFact fact)
    {
        var head = new FactHead(State.Version + 1, new(2016, 1, 4, 9, 0, 0, TimeSpan.Zero), "clerk@example.org", OperationId.New(), "");
        State = FamilyFold.Next(State, new(head, fact, "Canary reason"));
        return this;
    }

    public MemberId Join(MemberRole role, BirthMonth? birth = null, DateOnly? on = null)
    {
        var id = MemberId.Of(State.Id, role.Letter(), State.Members.Count(m => m.Role.Letter() == role.Letter()) + 1);
        Say(new FamilyFact.MemberJoined(id, role, birth, Sex.Female, on ?? Start));
        return id;
    }

    public FamilySketch Held(CaseHolder holder, string from, DateOnly? knownTo = null) => Say(new FamilyFact.WorkerAllocated(holder, PartialDate.Parse(from), "Canary source", knownTo));

    public FamilySketch Held(WorkerId worker, string from) => Held(new CaseHolder.Named(worker), from);

    /// <summary>An interview with all that makes it complete: an SDQ of this total and a parent questionnaire with these agreement answers.</summary>
    public FamilySketch Interviewed(WaveCode wave, string on, int total = 10, int agree = 3, MemberId? by = null) =>
        Visited(wave, on, by).Sdq(wave, on, total, by).Asked(wave, on, agree, by);

    public FamilySketch Visited(WaveCode wave, string on, MemberId? by = null) =>
        Say(new FamilyFact.InterviewRecorded(wave, new([new(Day(on), null, VisitMode.FaceToFace, "Canary place")], by ?? Mother, "interviewer@example.org", "en", Interpreter.None, "Canary aunt")));

    /// <summary>An SDQ whose total difficulties are as said, spread over the scales from emotional on.</summary>
    public FamilySketch Sdq(WaveCode wave, string on, int total, MemberId? by = null, MemberId? about = null, string instrument = "sdq-p-4-17")
    {
        var definition = InstrumentShelf.Library[instrument];
        var answers = definition.Items.ToDictionary(i => i.Name, _ => Answer.Of(0));
        foreach (var item in definition.Items.Where(i => i.Relevance is not null)) answers[item.Name] = Answer.Of(MissingReason.NotApplicable);
        foreach (var scale in definition.Scales.Where(s => s.Name is "emotion" or "conduct" or "hyper" or "peer"))
            foreach (var item in scale.Items)
            {
                var points = Math.Min(total, 2);
                total -= points;
                answers[item] = Answer.Of(scale.Reversed.Contains(item) ? 2 - points : points);
            }
        return Form(wave, instrument, about ?? Child, by ?? Mother, on, answers);
    }

    public FamilySketch Asked(WaveCode wave, string on, int agree, MemberId? by = null, int goals = 2)
    {
        var definition = InstrumentShelf.Library["parent-questionnaire"];
        var answers = definition.Items.ToDictionary(i => i.Name, i => i.Choices == "agree" ? Answer.Of(agree) : Answer.Of(MissingReason.NotStated));
        answers["goals"] = Answer.Of(goals);
        answers["tools"] = Answer.Of([1, 3]);
        return Form(wave, "parent-questionnaire", Party.Family, by ?? Mother, on, answers);
    }

    public FamilySketch Form(WaveCode wave, string instrument, Party subject, Party respondent, string on, IReadOnlyDictionary<string, Answer> answers)
    {
        var definition = InstrumentShelf.Library[instrument];
        var all = Answers.Of(definition.Shape, [.. definition.Items.Select(i => answers[i.Name])]);
        return Say(new FamilyFact.FormEntered(new(wave, definition.Id, subject, respondent), 1, Day(on), FormMode.Interview, "en", [], all));
    }

    public FamilySketch Lost(WaveCode wave, string code) => Say(new FamilyFact.DispositionRecorded(wave, Track.Interview, code, new(2016, 9, 1)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
