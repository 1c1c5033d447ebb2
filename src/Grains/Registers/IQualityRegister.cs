using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Registers;

/// <summary>A shard checks its own families against the quality rules; what did not change since it was last asked is not checked again.</summary>
[GrainInterfaceType("sos.quality-register")]
public interface IQualityRegister : IGrainWithIntegerKey
{
    [Alias("check")] Task<QualityPage> Check(QualityQuestion question);

    /// <summary>What a rule would find, without declaring it; nothing is kept of it. Only <see cref="QualityQuestion.Scope"/> and <see cref="QualityQuestion.Take"/> count.</summary>
    [Alias("try")] Task<QualityPage> Try(DeclaredRule rule, QualityQuestion question);
}
