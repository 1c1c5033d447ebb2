namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>How a form stands in double entry.</summary>
public enum SecondStatus
{
    NotSampled = 0,
    /// <summary>Drawn; its second entry is not in.</summary>
    Awaited = 1,
    /// <summary>Entered twice; at least one difference is not settled.</summary>
    Differs = 2,
    Settled = 3,
    /// <summary>Entered twice the same.</summary>
    Agreed = 4,
}

public static class SecondStatuses
{
    public static SecondStatus Of(Form form, Func<FormPlace, bool> isDrawn) => form.Trail?.Second switch
    {
        null => isDrawn(form.Place) ? SecondStatus.Awaited : SecondStatus.NotSampled,
        { Agreed: true } => SecondStatus.Agreed,
        { SettledAt: not null } => SecondStatus.Settled,
        _ => SecondStatus.Differs,
    };

    /// <summary>Whether a second entry would still change what the form is taken to say.</summary>
    public static bool IsOpen(this SecondStatus status) => status is SecondStatus.Awaited or SecondStatus.Differs;
}
