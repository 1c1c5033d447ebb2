using System.Xml.XPath;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Rewriting;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>One form being worked out: the values so far, as the engine's variables. Used by one thread at a time and then used again.</summary>
internal sealed class FormRun
{
    private readonly FormLogic logic;
    private readonly EngineContext context;
    private readonly Dictionary<CompiledExpression, XPathExpression> bound = new(ReferenceEqualityComparer.Instance);
    private readonly Answer[] answers;
    private readonly object?[] texts;
    private readonly object?[] numbers;
    private readonly int[] counts;

    public FormRun(FormLogic logic)
    {
        this.logic = logic;
        context = new(this);
        answers = new Answer[logic.Definition.Items.Length];
        texts = new object?[answers.Length];
        numbers = new object?[answers.Length];
        counts = new int[logic.Names.Repeats.Length];
    }

    public double Today { get; private set; }

    public double Now { get; private set; }

    /// <summary>Starts with what was given; nothing of the form before stays.</summary>
    public void Begin(ReadOnlySpan<Answer> given, FormMoment? at)
    {
        (Today, Now) = at is { } moment ? (DayNumbers.Of(moment.Today), DayNumbers.Of(moment.Now)) : (double.NaN, double.NaN);
        given.CopyTo(answers);
        Array.Clear(texts);
        Array.Clear(numbers);
        Array.Clear(counts);
    }

    public void Put(int item, Answer answer) => (answers[item], texts[item], numbers[item]) = (answer, null, null);

    public void PutCount(int repeat, int count) => counts[repeat] = count;

    public string Text(int item) => (string)(texts[item] ??= logic.TextOf(item, answers[item]));

    public object Number(int item) => numbers[item] ??= answers[item] switch
    {
        Answer.Date date => DayNumbers.Of(date.Value),
        Answer.Number number => (double)number.Value,
        _ => DayNumbers.Read(Text(item)),
    };

    public int Count(int repeat) => counts[repeat];

    public string Label(string list, string value) => logic.Lists.Label(list, value);

    public bool IsTrue(CompiledExpression condition, XPathNavigator? at = null) => (bool)Evaluate(condition, at);

    /// <summary>A text, number or condition, as the expression's type says.</summary>
    public object Evaluate(CompiledExpression expression, XPathNavigator? at = null)
    {
        if (!bound.TryGetValue(expression, out var mine))
        {
            bound[expression] = mine = expression.Engine.Clone();
            mine.SetContext(context);
        }
        return (at ?? logic.Lists.Root).Evaluate(mine);
    }
}
