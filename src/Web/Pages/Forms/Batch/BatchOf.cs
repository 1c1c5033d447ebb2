using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>What the forms of one batch have in common. <see cref="Box"/> is where the paper lies, in the study's own words.</summary>
public sealed record BatchOf(WaveDesign Wave, InstrumentDefinition Instrument, FormMode Mode, string Language, string Box);
