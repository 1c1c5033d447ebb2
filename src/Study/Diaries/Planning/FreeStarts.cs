using SosLongitudinal.Study.Diaries.Slots;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>Which starts are still free while a plan is made: a placement takes those that overlap it, and a full week takes all of its starts.</summary>
public sealed class FreeStarts
{
    private readonly PlanBoard board;
    private readonly bool[][] gone;
    private readonly Dictionary<(int Person, DateOnly Monday), int> left = [];

    public FreeStarts(PlanBoard board, IEnumerable<Placement> placed)
    {
        this.board = board;
        gone = [.. board.Starts.Select(starts => new bool[starts.Length])];
        foreach (var placement in placed) Take(placement);
    }

    public bool IsFree(int person, int start) => !gone[person][start];

    public void Take(Placement placement)
    {
        var (person, at, monday) = (placement.Person, placement.Start.Start, LocalTimes.Monday(placement.Start.Day));
        var starts = board.Starts[person];
        var more = left[(person, monday)] = left.GetValueOrDefault((person, monday), board.LeftIn(person, monday)) - 1;
        for (var s = 0; s < starts.Length; s++)
            if ((starts[s].Start - at).Duration() < board.Apart || (more <= 0 && LocalTimes.Monday(starts[s].Day) == monday)) gone[person][s] = true;
    }

    /// <summary>The free starts that fit a family.</summary>
    public IEnumerable<(int Person, OpenStart Start)> For(PlanFamily family)
    {
        if (family.Times.Bar is not null) yield break;
        for (var person = 0; person < gone.Length; person++)
        {
            var starts = board.Starts[person];
            for (var s = 0; s < starts.Length; s++) if (!gone[person][s] && board.Fits(family, starts[s])) yield return (person, starts[s]);
        }
    }
}
