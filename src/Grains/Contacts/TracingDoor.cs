using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>Records an attempt to find a family: whoever may use its contact details may look for it, and nobody else.</summary>
public sealed class TracingDoor(IGrainFactory grains, Departing departing)
{
    public async Task<Decision<FamilyState>> Record(FamilyId family, WaveCode wave, TracingAttempt attempt, ContactViewer viewer, Stamp stamp)
    {
        if (await grains.Contact(family).Standing(viewer, stamp.By) is Decision<ImmutableArray<ContactStanding>>.Refused(var why)) return why;
        return await departing.After(await grains.Tracing(family).Trace(wave, attempt, stamp), stamp); // somebody may have died
    }
}
