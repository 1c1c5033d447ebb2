using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>What holds of every form, whomever it is about: the day has been, the language is a tag.</summary>
internal static class FormBasics
{
    private const int LongestLanguage = 35;

    public static Refusal? Fault(StudyFrame frame, DateOnly completedOn, string language, Stamp stamp) =>
        completedOn > frame.Design.Today(stamp.At) ? FormRefusals.FutureDate
        : language.Length is 0 or > LongestLanguage ? FormRefusals.Language
        : null;
}
