using Orleans;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms;

/// <summary>What happened to a form besides being filled in. One reference, so that the many forms with nothing of it stay small.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-trail")]
public sealed partial record FormTrail
{
    public static FormTrail Empty { get; } = new();

    /// <summary>Answers that were given to items that do not apply; kept aside, never scored or extracted.</summary>
    [Id(0)] public Answers? Aside { get; init; }
}
