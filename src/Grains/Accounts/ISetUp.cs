using Orleans.Concurrency;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Accounts;

/// <summary>The making of the first administrator: one claim at a time, finished once.</summary>
[GrainInterfaceType("sos.set-up")]
public interface ISetUp : IGrainWithStringKey
{
    [Alias("claim")] Task<Decision<SetUp>> Claim(AccountKey account, Stamp stamp);

    [Alias("finish")] Task<Decision<SetUp>> Finish(Stamp stamp);

    [Alias("read"), ReadOnly] Task<SetUp> Read();
}
