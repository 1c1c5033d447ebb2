namespace SosLongitudinal.Analysis.Statistics;

/// <summary>Cases by their outcome class (DOMAIN §3.1).</summary>
public readonly record struct OutcomeCounts(int Complete, int Partial, int Refusal, int NonContact, int Other, int UnknownHousehold, int UnknownOther, int NotEligible)
{
    public int Interviews => Complete + Partial;

    /// <summary>Known to be eligible.</summary>
    public int Eligible => Interviews + Refusal + NonContact + Other;

    public int Unknown => UnknownHousehold + UnknownOther;
}

/// <summary>The AAPOR outcome rates, 0 to 1; not a number where the base is empty.</summary>
public static class Rates
{
    /// <summary>The share of unknowns taken as eligible where the study states none.</summary>
    public static double DefaultE(OutcomeCounts n) => (double)n.Eligible / (n.Eligible + n.NotEligible);

    public static double Rr1(OutcomeCounts n) => n.Complete / Base(n, 1);

    public static double Rr2(OutcomeCounts n) => n.Interviews / Base(n, 1);

    public static double Rr3(OutcomeCounts n, double e) => n.Complete / Base(n, e);

    public static double Rr4(OutcomeCounts n, double e) => n.Interviews / Base(n, e);

    public static double Rr5(OutcomeCounts n) => n.Complete / Base(n, 0);

    public static double Rr6(OutcomeCounts n) => n.Interviews / Base(n, 0);

    public static double Coop1(OutcomeCounts n) => n.Complete / (double)(n.Interviews + n.Refusal + n.Other);

    public static double Coop2(OutcomeCounts n) => n.Interviews / (double)(n.Interviews + n.Refusal + n.Other);

    public static double Coop3(OutcomeCounts n) => n.Complete / (double)(n.Interviews + n.Refusal);

    public static double Coop4(OutcomeCounts n) => n.Interviews / (double)(n.Interviews + n.Refusal);

    public static double Ref1(OutcomeCounts n) => n.Refusal / Base(n, 1);

    public static double Ref2(OutcomeCounts n, double e) => n.Refusal / Base(n, e);

    public static double Ref3(OutcomeCounts n) => n.Refusal / Base(n, 0);

    public static double Con1(OutcomeCounts n) => Reached(n) / Base(n, 1);

    public static double Con2(OutcomeCounts n, double e) => Reached(n) / Base(n, e);

    public static double Con3(OutcomeCounts n) => Reached(n) / Base(n, 0);

    /// <summary>Not an AAPOR rate: the share that was found, of all or with the share <paramref name="e"/> of the unknowns.</summary>
    public static double Located(OutcomeCounts n, double e = 1) => (Reached(n) + n.NonContact) / Base(n, e);

    private static double Reached(OutcomeCounts n) => n.Interviews + n.Refusal + n.Other;

    private static double Base(OutcomeCounts n, double e) => n.Eligible + e * n.Unknown;
}
