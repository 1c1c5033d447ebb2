using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms.DoubleEntry;

namespace SosLongitudinal.Web.Pages.Forms.SecondEntries;

/// <summary>Forms of the sample that this person can enter a second time.</summary>
public sealed class IndexModel(DoubleEntryRegisters registers, StudyFrames frames, TimeProvider clock) : WaitingForms(registers, frames, clock)
{
    public override SecondStatus Status => SecondStatus.Awaited;

    protected override bool LeavesOutOwn => true;

    public override (string Words, string Href) Step(TwiceRow row) => ("Enter", FormsLinks.EnterSecond(row.Family, row.Place));

    public override string Link(string? after) => FormsLinks.SecondEntries(Site, Wave, Instrument, after);
}
