using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Instruments.LifeCycle;

namespace SosLongitudinal.Web.Pages.Instruments.Compare;

/// <summary>The draft against the newest version: what changes for the data already collected, and what stands in the way.</summary>
public sealed class IndexModel(FormTallies tallies) : DraftTask
{
    public FormTally Tally { get; private set; } = FormTally.None;

    public ImmutableArray<ItemChange> Changes => Comparison.Of(Kept.Newest(), Draft, Kept.Links);

    public ImmutableArray<Clash> Clashes => PublishCheck.Of(Kept, Draft, Frame.Shelf);

    public async Task OnGet() => Tally = await tallies.Of(Id);
}
