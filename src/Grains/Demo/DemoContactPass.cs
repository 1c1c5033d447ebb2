using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Demo;

/// <summary>
/// Gives the families of a demo their invented contact details, through the door that seals them; to be run once the silo is up. It wakes each family it
/// serves, so it stops at <see cref="Most"/> families: a large demo has contact details for the first of them only.
/// </summary>
public static class DemoContactPass
{
    public const int Most = 300;
    private static readonly ContactViewer Office = new(Office: true, Interviewer: false, Sites: null);

    /// <summary>Recording the same again changes nothing, so a pass that was cut short is simply run again. Answers how many members now have details.</summary>
    public static async Task<int> Run(IGrainFactory grains, int families, TimeProvider clock, CancellationToken cancellation = default)
    {
        var members = 0;
        var ids = new DemoStudyData(families, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)); // ids hang on the seed, not on the day
        for (var n = 0; n < Math.Min(Most, ids.Taking); n++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await grains.Family(ids.IdOf(n)).Read() is not { Stage: >= Stage.AgreedToContact and not Stage.Ended } family) continue;
            var held = await grains.Contact(family.Id).Standing(Office, DemoAccounts.Coordinator);
            foreach (var contact in DemoContacts.Of(family))
            {
                members++;
                if (held is Decision<System.Collections.Immutable.ImmutableArray<ContactStanding>>.Accepted { Value: var standing } && standing.Any(s => s.Member == contact.Member)) continue;
                await Record(grains, contact, clock);
            }
        }
        return members;
    }

    private static async Task Record(IGrainFactory grains, DemoContact contact, TimeProvider clock)
    {
        var door = grains.Contact(contact.Member.Family);
        var stamp = new Stamp(new($"demo-contact-{contact.Member}"), DemoAccounts.Coordinator, clock.GetUtcNow());
        Accepted(await door.Record(contact.Member, contact.Details, Office, stamp));
        if (contact.Safety is { } safety) Accepted(await door.SetFlags(contact.Member, safety, Office, stamp.For("flags")));
    }

    private static void Accepted(Decision<ContactStanding> decision)
    {
        if (decision is Decision<ContactStanding>.Refused no) throw new InvalidOperationException($"The demo's contact details are refused: {no.Why.Sentence}");
    }
}
