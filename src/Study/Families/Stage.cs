namespace SosLongitudinal.Study.Families;

/// <summary>How far a family has come towards taking part. Later stages include the earlier ones.</summary>
public enum Stage
{
    /// <summary>On the authority's list: a serial and nothing else.</summary>
    Sampled = 0,
    /// <summary>Found eligible.</summary>
    Screened = 1,
    /// <summary>Found not eligible.</summary>
    ScreenedOut = 2,
    /// <summary>Asked by the authority whether the study may get in touch.</summary>
    Approached = 3,
    /// <summary>Not asked: the worker declined, the case closed first.</summary>
    NotApproached = 4,
    /// <summary>Asked, and said no.</summary>
    DeclinedContact = 5,
    AgreedToContact = 6,
    Consented = 7,
    Ended = 8,
}

/// <summary>Why a family's part in the study ended.</summary>
public enum EndReason { FoundIneligible = 0, Withdrew = 1, Died = 2, MovedOutOfScope = 3, Completed = 4 }

/// <summary>Why the authority did not ask a family.</summary>
public enum ApproachBar { WorkerDeclined = 0, CaseClosed = 1, Unsafe = 2, Other = 3 }
