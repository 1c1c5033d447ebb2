namespace SosLongitudinal.Extracts.Merging;

/// <summary>How the versions of an instrument share columns.</summary>
public enum VersionLayout
{
    /// <summary>One column for an item through all versions: earlier codes are recoded as the concordance says; what cannot be compared stands in a column of its own.</summary>
    Merged = 0,
    /// <summary>As recorded: wherever the concordance says that an item was recoded or cannot be compared, each side has a column of its own.</summary>
    Apart = 1,
}
