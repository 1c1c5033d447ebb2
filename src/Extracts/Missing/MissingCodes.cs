using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Missing;

/// <summary>A code as it stands in a file, with every reason that it stands for.</summary>
public sealed record MissingCode(int Code, ImmutableArray<MissingReason> Reasons)
{
    /// <summary>As a reader of the file sees it: "refused", or "illegible; not stated" where two reasons share a code.</summary>
    public string Label => string.Join("; ", Reasons.Select(r => r.Words()));
}

/// <summary>
/// The number that stands for each missing reason. Every reason has one, since no number is neutral between archives; reasons may share one, and then its label names them all.
/// </summary>
public sealed class MissingCodes
{
    private readonly ImmutableArray<int> codes;
    private readonly ImmutableArray<int> places;

    private MissingCodes(string name, ImmutableArray<int> codes)
    {
        (Name, this.codes) = (name, codes);
        All = [.. MissingReasons.All.GroupBy(Of).Select(g => new MissingCode(g.Key, [.. g]))];
        places = [.. codes.Select(code => All.IndexOf(All.First(c => c.Code == code)))];
    }

    /// <summary>The preset's name, or <c>own</c>.</summary>
    public string Name { get; }

    /// <summary>Each code once, in the order of the reasons.</summary>
    public ImmutableArray<MissingCode> All { get; }

    public int Least => codes.Min();

    public int Most => codes.Max();

    public int Of(MissingReason reason) => codes[(int)reason];

    /// <summary>The place in <see cref="All"/> of the code that stands for a reason.</summary>
    public int PlaceOf(MissingReason reason) => places[(int)reason];

    public bool Has(int code) => codes.Contains(code);

    /// <summary>An analyst's own codes.</summary>
    public static Decision<MissingCodes> Own(IReadOnlyDictionary<MissingReason, int> declared)
    {
        var without = MissingReasons.All.Where(r => !declared.ContainsKey(r)).ToList();
        if (without.Count > 0) return MissingRefusals.WithoutCode(without);
        var outside = declared.Values.Where(code => !DenseCode.Fits(code)).ToList();
        return outside.Count > 0 ? MissingRefusals.OutOfBounds(outside[0]) : Named("own", declared);
    }

    internal static MissingCodes Named(string name, IReadOnlyDictionary<MissingReason, int> declared) => new(name, [.. MissingReasons.All.Select(r => declared[r])]);
}
