using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Turns a shard's families into the Arrow messages of a dataset.</summary>
internal sealed class ShardProjector
{
    public ValueTask<IEnumerable<byte[]>> Messages(ShardExtract extract, StudyFrame frame, List<FamilyState> families, DateTimeOffset now) =>
        ValueTask.FromResult(Enumerable.Empty<byte[]>());
}
