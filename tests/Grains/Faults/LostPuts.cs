using System.Collections.Concurrent;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Grains.Faults;

/// <summary>Loses the register puts of chosen families on their way, as a broken connection would.</summary>
public sealed class LostPuts : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<FamilyId, int> lost = new();

    public void Of(FamilyId family) => lost[family] = 0;

    public void NoMore(FamilyId family) => lost.TryRemove(family, out _);

    public int Count(FamilyId family) => lost.GetValueOrDefault(family);

    public Task Invoke(IIncomingGrainCallContext call)
    {
        if (call.InterfaceMethod.Name != nameof(IFamilyRegister.Put) || call.Request.GetArgumentCount() != 1 || call.Request.GetArgument(0) is not RegisterEntry entry || !lost.ContainsKey(entry.Family.Id)) return call.Invoke();
        lost.AddOrUpdate(entry.Family.Id, 1, (_, n) => n + 1);
        throw new TimeoutException("lost by a test");
    }
}
