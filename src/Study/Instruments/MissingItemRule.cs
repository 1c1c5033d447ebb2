namespace SosLongitudinal.Study.Instruments;

/// <summary>What an unanswered item does to its scale.</summary>
public enum MissingItemRule
{
    /// <summary>As the definition says: least answered, prorating, missing as zero.</summary>
    Published = 0,

    /// <summary>Any unanswered item makes the scale missing; a gate still fixes its score.</summary>
    Strict = 1,
}
