using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.DoubleEntry;

/// <summary>The parts of an address that name a form: its family and its place.</summary>
public readonly record struct FormAddress(string Id, WaveCode Wave, InstrumentId Instrument, Party Subject, Party Respondent)
{
    public FormPlace Place => new(Wave, Instrument, Subject, Respondent);
}
