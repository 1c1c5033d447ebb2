using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Quality rules, held against the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IQualityRegister
{
    private readonly ShardQuality quality = new();

    public async Task<QualityPage> Check(QualityQuestion question)
    {
        var (frame, today) = await Ready();
        return quality.Check(shard, frame, today, question);
    }

    public async Task<QualityPage> Try(DeclaredRule rule, QualityQuestion question)
    {
        var (frame, today) = await Ready();
        return ShardQuality.Try(shard, frame, today, rule, question);
    }
}
