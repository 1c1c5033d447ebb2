using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;

namespace SosLongitudinal.Web.Pages.Vouchers;

/// <summary>A table of vouchers.</summary>
/// <param name="Family">Whether they are of several families.</param>
/// <param name="MayOpen">Whether whoever looks may open one.</param>
public sealed record VoucherRows(ImmutableArray<Voucher> All, StudyFrame Frame, bool Family, bool MayOpen)
{
    public const int Most = 500;

    public long Pence => All.Where(v => v.Stands).Sum(v => (long)v.Gift!.Pence);

    public string WaveName(WaveCode wave) => Frame.Design.Wave(wave)?.Name ?? wave.ToString();
}
