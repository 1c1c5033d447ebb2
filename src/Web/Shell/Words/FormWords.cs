using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What can be said of forms, in the words that people read.</summary>
public static class FormWords
{
    public static string Words(this FormMode mode) => mode switch
    {
        FormMode.Paper => "On paper",
        FormMode.Interview => "In the interview",
        FormMode.Telephone => "By telephone",
        FormMode.Online => "Online",
        _ => "From the case file",
    };

    public static string Words(this FormFlag flag) => flag switch
    {
        FormFlag.WrongAgeForm => "The child's age is outside the form's ages",
        FormFlag.BoundaryAge => "The birth month makes two ages possible",
        FormFlag.NotInSchedule => "The design does not ask for it at this wave",
        _ => "Filled in outside the wave's window",
    };

    public static string Words(this NotAchievedReason reason) => reason switch
    {
        NotAchievedReason.Refused => "Refused",
        NotAchievedReason.Unable => "Unable to answer",
        NotAchievedReason.NotReturned => "Not returned",
        NotAchievedReason.Lost => "Lost",
        NotAchievedReason.NoRespondent => "Nobody to answer it",
        NotAchievedReason.Language => "Language",
        NotAchievedReason.RanOutOfTime => "Ran out of time",
        _ => "Another reason",
    };

    public static string Words(this RespondentRole role) => role switch
    {
        RespondentRole.Self => "the child",
        RespondentRole.Researcher => "the case file",
        _ => role.ToString().ToLowerInvariant(),
    };
}
