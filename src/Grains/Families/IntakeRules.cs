using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Families;

/// <summary>Forms of a file, asked about before the first is entered.</summary>
public static class IntakeRules
{
    /// <summary>Each is asked of the family as the ones before it would leave it; quality rules look at the family as all of them would leave it.</summary>
    /// <param name="knows">Whether the family did an operation before.</param>
    public static ImmutableArray<IntakeCheck> Check(FamilyState family, StudyFrame frame, ImmutableArray<IntakeForm> forms, Func<OperationId, bool> knows)
    {
        var answers = ImmutableArray.CreateBuilder<IntakeCheck>(forms.Length);
        foreach (var form in forms)
        {
            if (knows(form.Stamp.Operation))
            {
                answers.Add(new(IsThere: true));
                continue;
            }
            var decision = MergeRules.Closed(family) is { } closed ? closed : FormRules.Enter(family, frame, form.Entry, form.Stamp);
            answers.Add(new(IsThere: false, (decision as Decision<ImmutableArray<FamilyFact>>.Refused)?.Why));
            if (decision is Decision<ImmutableArray<FamilyFact>>.Accepted(var facts)) family = FamilySteps.After(family, facts, form.Stamp);
        }
        return Warned(family, frame, forms, answers.DrainToImmutable());
    }

    private static ImmutableArray<IntakeCheck> Warned(FamilyState family, StudyFrame frame, ImmutableArray<IntakeForm> forms, ImmutableArray<IntakeCheck> answers)
    {
        if (answers.All(a => a.Why is not null)) return answers;
        var hits = QualityCheck.AtEntry(family, frame, [.. forms.Where((_, at) => answers[at].Why is null).Select(f => f.Entry.Place)], frame.Design.Today(forms[0].Stamp.At));
        return hits.IsEmpty ? answers : [.. answers.Select((a, at) => a.Why is null ? a with { Warnings = [.. hits.Where(h => h.Place == forms[at].Entry.Place)] } : a)];
    }
}
