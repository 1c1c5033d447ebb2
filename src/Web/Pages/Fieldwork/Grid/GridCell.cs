using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Fieldwork.Grid;

/// <summary>How the forms of one family under one heading stand, in a word and a colour. Worked out from the due list and nothing else.</summary>
public readonly record struct GridCell(string Words, Tone Tone)
{
    public static GridCell Of(DueState state, ImmutableArray<DueForm> forms)
    {
        if (forms.IsEmpty) return new("", Tone.Neutral);
        var done = forms.Count(f => f.Done);
        if (done == forms.Length) return new(done == 1 ? "Done" : $"{done} done", Tone.Good);
        var part = done == 0 ? "" : $"{done} of {forms.Length}, ";
        if (forms.All(f => f.Done || f.NotAchieved is not null)) return new($"{part}not got", Tone.Neutral);
        return state switch
        {
            DueState.NotDue => new(done == 0 ? "" : $"{done} of {forms.Length}", Tone.Neutral),
            DueState.NotOpen => new("Not open", Tone.Neutral),
            DueState.Open => new($"{part}due", Tone.Waiting),
            DueState.ClosingSoon => new($"{part}closing soon", Tone.Attention),
            DueState.Overdue => new($"{part}overdue", Tone.Bad),
            DueState.Lost => new("Lost", Tone.Bad),
            _ => new($"{part}missing", Tone.Attention),
        };
    }

    /// <summary>With a capital where it stands alone.</summary>
    public string Said => Words.Length == 0 ? "" : $"{char.ToUpperInvariant(Words[0])}{Words[1..]}";
}
