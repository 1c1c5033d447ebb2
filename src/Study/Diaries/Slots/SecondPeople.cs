using System.Collections.Immutable;

namespace SosLongitudinal.Study.Diaries.Slots;

/// <summary>Who of a site's interviewers could come along as the second, at a time at which another would meet a family: the nearest to the family first, then in the order given.</summary>
public sealed class SecondPeople
{
    private readonly ImmutableArray<(InterviewerDiary Who, ImmutableArray<DiaryEntry> Taken)> people;
    private readonly SlotQuestion question;

    public SecondPeople(SlotQuestion question, IEnumerable<InterviewerDiary> nearestFirst)
    {
        this.question = question;
        people = [.. nearestFirst.Select(who => (who, who.Taken(question.Stamp.At)))];
    }

    /// <summary><c>null</c> where nobody else is free.</summary>
    public string? Beside(string interviewer, OpenStart start)
    {
        foreach (var (who, taken) in people)
            if (who.Account != interviewer && OpenStarts.IsOpen(who, taken, start.Start, question.Wish.Minutes, question.Wish.Travel, question.Frame.Design.TimeZone)) return who.Account;
        return null;
    }
}
