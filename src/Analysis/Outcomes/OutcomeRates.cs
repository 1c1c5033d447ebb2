using SosLongitudinal.Analysis.Statistics;

namespace SosLongitudinal.Analysis.Outcomes;

/// <summary>The AAPOR outcome rates of one group, 0 to 1; <c>null</c> where the base is empty.</summary>
public sealed record OutcomeRates
{
    public OutcomeRates(OutcomeCounts n, double e)
    {
        (Rr1, Rr2, Rr3, Rr4, Rr5, Rr6) = (Known(Rates.Rr1(n)), Known(Rates.Rr2(n)), Known(Rates.Rr3(n, e)), Known(Rates.Rr4(n, e)), Known(Rates.Rr5(n)), Known(Rates.Rr6(n)));
        (Coop1, Coop2, Coop3, Coop4) = (Known(Rates.Coop1(n)), Known(Rates.Coop2(n)), Known(Rates.Coop3(n)), Known(Rates.Coop4(n)));
        (Ref1, Ref2, Ref3) = (Known(Rates.Ref1(n)), Known(Rates.Ref2(n, e)), Known(Rates.Ref3(n)));
        (Con1, Con2, Con3) = (Known(Rates.Con1(n)), Known(Rates.Con2(n, e)), Known(Rates.Con3(n)));
    }

    public double? Rr1 { get; }
    public double? Rr2 { get; }
    public double? Rr3 { get; }
    public double? Rr4 { get; }
    public double? Rr5 { get; }
    public double? Rr6 { get; }
    public double? Coop1 { get; }
    public double? Coop2 { get; }
    public double? Coop3 { get; }
    public double? Coop4 { get; }
    public double? Ref1 { get; }
    public double? Ref2 { get; }
    public double? Ref3 { get; }
    public double? Con1 { get; }
    public double? Con2 { get; }
    public double? Con3 { get; }

    /// <summary>Every rate with its name and how it is made, in the order in which they are printed.</summary>
    public IEnumerable<(string Name, string Made, double? Value)> All() =>
    [
        ("RR1", "Complete, of all that may be eligible", Rr1), ("RR2", "Complete and part, of all that may be eligible", Rr2),
        ("RR3", "Complete, with e of the unknown", Rr3), ("RR4", "Complete and part, with e of the unknown", Rr4),
        ("RR5", "Complete, of those known to be eligible", Rr5), ("RR6", "Complete and part, of those known to be eligible", Rr6),
        ("COOP1", "Complete, of all that were reached", Coop1), ("COOP2", "Complete and part, of all that were reached", Coop2),
        ("COOP3", "Complete, of those reached who were able", Coop3), ("COOP4", "Complete and part, of those reached who were able", Coop4),
        ("REF1", "Refused, of all that may be eligible", Ref1), ("REF2", "Refused, with e of the unknown", Ref2), ("REF3", "Refused, of those known to be eligible", Ref3),
        ("CON1", "Reached, of all that may be eligible", Con1), ("CON2", "Reached, with e of the unknown", Con2), ("CON3", "Reached, of those known to be eligible", Con3),
    ];

    private static double? Known(double rate) => double.IsFinite(rate) ? rate : null;
}
