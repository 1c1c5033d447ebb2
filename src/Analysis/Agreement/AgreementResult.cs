using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;

namespace SosLongitudinal.Analysis.Agreement;

/// <summary>How far two entries of the same forms agree, and two coders of the same records.</summary>
public sealed record AgreementResult(ResultStatus Status, AgreementForms Forms, ImmutableArray<ErrorGroup> Groups, ImmutableArray<CodedItem> Coded)
{
    /// <summary>Below this base a rate says little and its interval is to be read.</summary>
    public const int Few = 30;

    public const string BaseNote = "An item is compared where it applies in both entries: what one of them skips by its gate follows from the gate and is not counted again. The form's date, mode and language are settled too and not counted.";

    public const string ErrorNote = "An entry is wrong where it is not what was settled; what both entries say counts as right. Errors are counted over both entries of forms that agree or are settled, so an error that both made is not seen.";

    public const string KappaNote = "Kappa is agreement beyond chance. Weighted kappa counts near disagreements for less and means something only where the codes are in order. Pairs with a missing answer are left out. Where both coders used one code only there is no kappa.";
}

/// <summary>Forms entered twice, by how they stand.</summary>
public sealed record AgreementForms(int Twice, int Agreed, int Settled, int ToSettle);

/// <summary>
/// One group of compared items. <see cref="Differ"/> is over compared items; <see cref="Wrong"/> over entries that could be held against a settled value: two
/// for each item, or a person's own.
/// </summary>
public sealed record ErrorGroup(string By, string Group, int Forms, Rate Differ, Rate Wrong)
{
    public Interval? DifferInterval => Interval.Wilson(Differ.Count, Differ.Base);

    public Interval? WrongInterval => Interval.Wilson(Wrong.Count, Wrong.Base);
}

/// <summary>One item of a double-coded record: pairs without a missing answer, how many agree, and kappa where the item has codes.</summary>
public sealed record CodedItem(string Instrument, string Item, int LeftOut, Rate Agree, Kappa? Plain, Kappa? Linear, Kappa? Quadratic)
{
    public Interval? AgreeInterval => Interval.Wilson(Agree.Count, Agree.Base);
}
