namespace SosLongitudinal.Study.Fieldwork.Tracing;

/// <summary>Sources and results as people read them, on pages and in codebooks.</summary>
public static class TracingLabels
{
    public static string Label(this TracingSource source) => source switch
    {
        TracingSource.StableContact => "Somebody who would know where they are",
        TracingSource.Authority => "Social worker or authority",
        TracingSource.School => "School",
        TracingSource.PreviousAddress => "Previous address or neighbour",
        TracingSource.PhoneDirectory => "Telephone directory",
        TracingSource.ElectoralRegister => "Electoral register",
        TracingSource.ReturnedLetter => "Returned letter or forwarding",
        TracingSource.Email => "E-mail",
        _ => "Another study record",
    };

    public static string Label(this TracingResult result) => result switch
    {
        TracingResult.Nothing => "Nothing",
        TracingResult.NewDetails => "New details found",
        TracingResult.MovedWithinArea => "Moved within the study area",
        TracingResult.MovedOutOfArea => "Moved out of the study area",
        TracingResult.WillPassOn => "Will pass a message on",
        TracingResult.RefusedToSay => "Refused to say",
        _ => "Died",
    };
}
