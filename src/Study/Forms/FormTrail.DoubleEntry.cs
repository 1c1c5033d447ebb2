using Orleans;
using SosLongitudinal.Study.Forms.DoubleEntry;

namespace SosLongitudinal.Study.Forms;

public sealed partial record FormTrail
{
    /// <summary>The second entry of a form that was entered twice.</summary>
    [Id(1)] public SecondEntry? Second { get; init; }
}
