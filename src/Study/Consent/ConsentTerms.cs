namespace SosLongitudinal.Study.Consent;

/// <summary>By what right a consent was given. Numbers and names are stored; append only.</summary>
public enum ConsentAuthority
{
    NotStated = 0,
    /// <summary>Somebody for themselves.</summary>
    OwnBehalf = 1,
    ParentalResponsibility = 2,
    /// <summary>The authority, which shares or holds parental responsibility.</summary>
    LocalAuthority = 3,
    Court = 4,
}

/// <summary>How a consent or an assent was taken. Numbers and names are stored; append only.</summary>
public enum ConsentMode { NotStated = 0, Paper = 1, Spoken = 2, Telephone = 3, Online = 4 }

/// <summary>Who was found to hold parental responsibility for a child who no longer lives at home.</summary>
public enum ResponsibilityHolder { Parents = 0, SharedWithAuthority = 1, LocalAuthority = 2, SomebodyElse = 3 }
