using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Registers;

/// <summary>All shards asked about messages; each answers from memory.</summary>
public sealed class MessageRegisters(IGrainFactory grains)
{
    public async Task<ImmutableArray<DueMessage>> Due(ReminderTerms terms, DateTimeOffset now, DateTimeOffset until, ImmutableArray<SiteCode>? scope = null) =>
        [.. (await Ask(shard => shard.Messages(terms, now, until, scope))).SelectMany(m => m).OrderBy(m => m.From).ThenBy(m => m.Meets).ThenBy(m => m.Family)];

    public async Task<ImmutableArray<MessageRow>> Log(DateTimeOffset since, ImmutableArray<SiteCode>? scope = null) =>
        [.. (await Ask(shard => shard.MessageLog(since, scope))).SelectMany(m => m).OrderByDescending(m => m.Message.At).ThenBy(m => m.Family)];

    private Task<T[]> Ask<T>(Func<IMessageRegister, Task<T>> question) => Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => question(grains.GetGrain<IMessageRegister>(number))));
}
