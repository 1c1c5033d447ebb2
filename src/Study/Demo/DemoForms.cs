using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Demo;

/// <summary>The instruments that the demo fills, each with its way of making answers.</summary>
internal static class DemoForms
{
    public static readonly SdqForm Parent = new("sdq-p-4-17");
    public static readonly SdqForm ParentOfYoung = new("sdq-p-2-4");
    public static readonly SdqForm Teacher = new("sdq-t-4-17");
    public static readonly SdqForm TeacherOfYoung = new("sdq-t-2-4");
    public static readonly SdqForm Self = new("sdq-s-11-17");
    public static readonly ScoredForm Lubben = new("lubben-6", "lsnsfam", "lsnsfri");
    public static readonly ScoredForm Mastery = new("pearlin-mastery", "mastery");
    public static readonly ScoredForm Engagement = new("yatchmenoff-ces", "buyin", "receptive", "relation", "mistrust");
    public static readonly KeyedForm Questionnaire = new("parent-questionnaire");
    public static readonly KeyedForm CaseRecord = new("case-record");
}

/// <summary>A form whose answers are set one by one; what is not set is not stated.</summary>
internal sealed class KeyedForm(string id)
{
    public InstrumentDefinition Definition { get; } = InstrumentShelf.Library[id];

    public Answers Of(params ReadOnlySpan<(string Name, Answer Answer)> set)
    {
        var answers = new Answer[Definition.Items.Length];
        Array.Fill(answers, Answer.Of(MissingReason.NotStated));
        foreach (var (name, answer) in set) answers[Definition.Shape.IndexOf(name)] = answer;
        return Answers.Of(Definition.Shape, answers);
    }
}
