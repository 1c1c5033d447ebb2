namespace SosLongitudinal.Study.Groups;

/// <summary>Whom a group brings together. A key-informant interview is planned, filled and followed in the same way. Numbers and names are stored; append only.</summary>
public enum GroupKind { SocialWorkers = 0, Managers = 1, Parents = 2, YoungPeople = 3, KeyInformant = 4 }

public enum GroupState
{
    /// <summary>Wanted, with seats and perhaps a day; nobody's time is taken yet.</summary>
    Planned = 0,
    /// <summary>Facilitators and room are booked.</summary>
    Scheduled = 1,
    Held = 2,
    Closed = 3,
    Cancelled = 4,
}

/// <summary>What somebody said to an invitation.</summary>
public enum GroupReply { None = 0, Yes = 1, Maybe = 2, No = 3 }

/// <summary>What somebody who came said to being recorded. Numbers and names are stored; append only.</summary>
public enum RecordingAnswer { NotAsked = 0, Agreed = 1, Refused = 2 }

/// <summary>Why somebody is no longer invited. Numbers and names are stored; append only.</summary>
public enum OffReason
{
    /// <summary>Said to be so by a coordinator.</summary>
    Withdrew = 0,
    /// <summary>Consent does not cover it, or no longer does.</summary>
    NotCovered = 1,
    Died = 2,
    /// <summary>The family's part in the study ended.</summary>
    Ended = 3,
    LeftFamily = 4,
    /// <summary>All that was recorded of them was erased.</summary>
    Erased = 5,
    LeftEmployment = 6,
    NotSafe = 7,
    InError = 8,
}

/// <summary>How far a transcript has come. Each step follows the one before it. Numbers and names are stored; append only.</summary>
public enum TranscriptStep { None = 0, Received = 1, Checked = 2, Anonymised = 3, Coded = 4 }

/// <summary>What a transcript was made from.</summary>
public enum TranscriptSource { Recording = 0, Notes = 1 }

public static class GroupKinds
{
    /// <summary>Whether those invited are members of families, under their consent.</summary>
    public static bool IsOfFamilies(this GroupKind kind) => kind is GroupKind.Parents or GroupKind.YoungPeople;

    /// <summary>Whether the study itself knows whom to invite; managers and key informants are named one by one.</summary>
    public static bool HasRule(this GroupKind kind) => kind is GroupKind.SocialWorkers || kind.IsOfFamilies();
}
