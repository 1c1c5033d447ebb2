using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms.DoubleEntry;

namespace SosLongitudinal.Web.Pages.Forms.ToSettle;

/// <summary>Forms whose two entries differ in something that is not settled.</summary>
public sealed class IndexModel(DoubleEntryRegisters registers, StudyFrames frames, TimeProvider clock) : WaitingForms(registers, frames, clock)
{
    public override SecondStatus Status => SecondStatus.Differs;

    protected override bool LeavesOutOwn => false;

    public override (string Words, string Href) Step(TwiceRow row) => ("Settle", FormsLinks.Settle(row.Family, row.Place));

    public override string Link(string? after) => FormsLinks.ToSettle(Site, Wave, Instrument, after);
}
