using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Messages, read off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IMessageRegister
{
    public async Task<ImmutableArray<DueMessage>> Messages(ReminderTerms terms, DateTimeOffset now, DateTimeOffset until, ImmutableArray<SiteCode>? scope)
    {
        var (frame, _) = await Ready();
        return [.. shard.Families.Where(f => !f.Appointments.IsEmpty && Sees(f, scope)).SelectMany(f => ReminderRules.Due(f, terms, frame.Design.TimeZone, now, until))];
    }

    public async Task<ImmutableArray<MessageRow>> MessageLog(DateTimeOffset since, ImmutableArray<SiteCode>? scope)
    {
        await Ready();
        return [.. shard.Families.Where(f => !f.Messages.IsEmpty && Sees(f, scope)).SelectMany(f => f.Messages.Where(m => m.At >= since).Select(m => new MessageRow(f.Id, f.Site, m)))];
    }

    private static bool Sees(FamilyState family, ImmutableArray<SiteCode>? scope) => scope is not { } sites || sites.Contains(family.Site);
}
