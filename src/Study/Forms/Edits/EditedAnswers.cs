using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms.Edits;

/// <summary>A saved form's answers as they would be keyed again, with changes among them.</summary>
public static class EditedAnswers
{
    /// <summary>
    /// What was keyed stands unless it is changed; what went aside is keyed again, so that it comes back where its item applies again. What is computed or
    /// not applicable was never keyed.
    /// </summary>
    public static IReadOnlyDictionary<string, Answer> Of(Form form, Answers changes)
    {
        var keyed = new Dictionary<string, Answer>(form.Answers.Count, StringComparer.Ordinal);
        foreach (var (name, answer) in form.Answers.All())
            if (answer is not Answer.Missing { Reason: var reason } || reason.IsKeyed()) keyed[name] = answer;
        foreach (var (name, answer) in form.Trail?.Aside?.All() ?? []) keyed[name] = answer;
        foreach (var (name, answer) in changes.All()) keyed[name] = answer;
        return keyed;
    }

    /// <summary>The answers with those of <paramref name="changed"/> in their place.</summary>
    public static Answers With(this Answers answers, Answers changed) => Answers.Of(
        answers.Shape, [.. Enumerable.Range(0, answers.Count).Select(i => changed.Shape.IndexOf(answers.Shape.Names[i]) is >= 0 and var at ? changed.At(at) : answers.At(i))]);
}
