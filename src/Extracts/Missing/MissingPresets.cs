using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using static SosLongitudinal.Study.Instruments.MissingReason;

namespace SosLongitudinal.Extracts.Missing;

/// <summary>
/// The frames of the houses that such data go to. A house names a few reasons; the others get codes that it leaves free, below its own. -8 and -9 swap
/// meaning between houses, which is why a frame is always said and never assumed.
/// </summary>
public static class MissingPresets
{
    /// <summary>The product's own: -91 to -95 were keyed, -81 to -90 were worked out.</summary>
    public static MissingCodes Study { get; } = Preset("study", [(Refused, -91), (DontKnow, -92), (Unable, -93), (NotStated, -94), (Illegible, -95)], -81);

    /// <summary>As Understanding Society codes its files.</summary>
    public static MissingCodes UnderstandingSociety { get; } =
        Preset("understanding-society", [(DontKnow, -1), (Refused, -2), (NotApplicable, -8), (NotStated, -9), (NotInVersion, -10), (NotDue, -11), (FormNotDone, -20), (InterviewNotDone, -21)], -31);

    /// <summary>Another longitudinal study of an archive's catalogue: -9 and -8 as nowhere else.</summary>
    public static MissingCodes Archive { get; } = Preset("archive", [(DontKnow, -9), (Refused, -8), (NotApplicable, -5), (NotStated, -3)], -31);

    /// <summary>As surveys of NatCen's kind are coded.</summary>
    public static MissingCodes NatCen { get; } = Preset("natcen", [(NotStated, -9), (DontKnow, -8), (NotApplicable, -1)], -31);

    /// <summary>For files in which days before a family was sampled are negative: below any number of days.</summary>
    public static MissingCodes Deposit { get; } = Preset("deposit", [(Refused, -31_991), (DontKnow, -31_992), (Unable, -31_993), (NotStated, -31_994), (Illegible, -31_995)], -31_971);

    public static ImmutableArray<MissingCodes> All { get; } = [Study, UnderstandingSociety, Archive, NatCen, Deposit];

    public static MissingCodes? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    private static MissingCodes Preset(string name, (MissingReason Reason, int Code)[] own, int next)
    {
        var codes = own.ToDictionary(p => p.Reason, p => p.Code);
        foreach (var reason in MissingReasons.All.Where(r => !codes.ContainsKey(r))) codes.Add(reason, next--);
        return MissingCodes.Named(name, codes);
    }
}
