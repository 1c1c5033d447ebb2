using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Slots;

/// <summary>Before noon, from noon to five, from five on.</summary>
public enum PartOfDay { Morning = 0, Afternoon = 1, Evening = 2 }

public static class PartsOfDay
{
    public static PartOfDay Of(TimeOnly time) => time.Hour < 12 ? PartOfDay.Morning : time.Hour < 17 ? PartOfDay.Afternoon : PartOfDay.Evening;
}

/// <summary>What kind of meeting slots are wanted for.</summary>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Travel">Minutes that the interviewer needs before it and again after it.</param>
/// <param name="Room">Where, if face to face and not at the family's home.</param>
/// <param name="Part">The part of the day that they prefer.</param>
/// <param name="Interviewer">Only this interviewer.</param>
public sealed record MeetingWish(VisitMode Mode = VisitMode.FaceToFace, int Minutes = 60, int Travel = 30, RoomCode? Room = null, PartOfDay? Part = null, string? Interviewer = null)
{
    /// <summary>Minutes of travel where nothing else is said: half an hour to a meeting in person.</summary>
    public static int UsualTravel(VisitMode mode) => mode == VisitMode.FaceToFace ? 30 : 0;

    public AppointmentPlan At(WaveCode wave, string interviewer, DateTimeOffset start, string? second = null) => new(wave, Mode, interviewer, start, Minutes, Travel, Mode == VisitMode.FaceToFace ? Room : null, second);

    /// <summary>Whether two people are to go to such a meeting with a family.</summary>
    public bool NeedsTwo(FamilyState family) => family.NeedsTwo && Mode == VisitMode.FaceToFace;
}
