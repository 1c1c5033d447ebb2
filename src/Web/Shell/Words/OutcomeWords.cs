using SosLongitudinal.Study.Fieldwork.Outcomes;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Over whom an outcome rate is taken, in the words that people read.</summary>
public static class OutcomeWords
{
    public static string Words(this OutcomeBase of) => of switch
    {
        OutcomeBase.Issued => "Families issued",
        OutcomeBase.Sampled => "All on the authorities' lists",
        OutcomeBase.InterviewedBefore => "Interviewed at the wave before",
        _ => "Interviewed at the first wave",
    };
}
