using Orleans.Concurrency;

namespace SosLongitudinal.Grains.Registers;

/// <summary>A shard checks its own families against the quality rules; what did not change since it was last asked is not checked again.</summary>
[GrainInterfaceType("sos.quality-register")]
public interface IQualityRegister : IGrainWithIntegerKey
{
    [Alias("check")] Task<QualityPage> Check(QualityQuestion question);
}
