using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

using Rule = Func<FamilyState, StudyFrame, Stamp, Decision<ImmutableArray<FamilyFact>>>;

/// <summary>Second entries, and settling what they differ in.</summary>
internal sealed partial class FamilyGrain : IFamilySecondEntry
{
    async Task<Decision<SecondReceipt>> IFamilySecondEntry.Enter(FormEntry entry, Stamp stamp)
    {
        var sample = await samples.Sample();
        return await DecideTwice(stamp, entry.Place, (family, frame, s) => SecondEntryRules.Enter(family, frame, entry, sample.Draws(frame.Design, Id, entry.Place), s));
    }

    public Task<Decision<SecondReceipt>> Settle(FormPlace place, ImmutableArray<Settlement> chosen, Stamp stamp) =>
        DecideTwice(stamp, place, (family, frame, s) => SettleRules.Settle(family, frame, place, chosen, s));

    public async Task<bool> IsDrawn(FormPlace place) => (await samples.Sample()).Draws((await frames.Current()).Design, Id, place);

    private Task<Decision<SecondReceipt>> DecideTwice(Stamp stamp, FormPlace place, Rule rule) =>
        frames.Decide(frame => Decide(stamp, (family, s) => rule(family, frame, s), family => Receipt(family, frame, place)));

    private static SecondReceipt Receipt(FamilyState family, StudyFrame frame, FormPlace place)
    {
        var form = family.FormAt(place)!;
        var twice = form.Trail!.Second!;
        var open = twice.Agreed || twice.SettledAt is not null || frame.Shelf.Find(place.Instrument, form.InstrumentVersion) is not { } definition ? 0
            : KeyedDifferences.Of(definition, twice).Count(d => twice.SettledOf(d.Item) is null);
        return new(form, family.Site, SecondStatuses.Of(form, _ => true), open);
    }
}
