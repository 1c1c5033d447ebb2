using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Merging;

/// <summary>One scale as a column. <see cref="Only"/>: of this version alone.</summary>
internal sealed record ScoreColumn(string Name, Scale Scale, (InstrumentId Id, int Version)? Only, ImmutableArray<ColumnFeed> Feeds)
{
    public bool Takes(InstrumentDefinition version) => Only is not { } only || only == (version.Id, version.Version);
}

/// <summary>
/// The scales of several instruments as columns. Where versions are merged, every form is scored as the newest version scores it, from the answers as they are
/// recoded, so that a series does not break where a coding changed; where they are apart, as its own version does.
/// </summary>
internal static class ScoreColumns
{
    public static IEnumerable<ScoreColumn> Of(MergedForms forms)
    {
        foreach (var scale in forms.Versions.SelectMany(v => v.Scales).DistinctBy(s => s.Name))
        {
            var apart = forms.Layout == VersionLayout.Apart ? forms.Versions.Where(v => v.Scales.Any(s => s.Name == scale.Name) && Breaks(forms, v, scale.Name)).ToList() : [];
            var rest = forms.Versions.Except(apart).OrderBy(v => v.Id).ThenBy(v => v.Version).SelectMany(v => Feed(forms, v, scale.Name)).ToImmutableArray();
            if (!rest.IsEmpty) yield return new(scale.Name, scale, null, rest);
            foreach (var version in apart.OrderBy(v => v.Version))
                yield return new($"{scale.Name}_v{version.Version}", version.Scales.First(s => s.Name == scale.Name), (version.Id, version.Version), [new(version.Id.Text, version.Version, scale.Name)]);
        }
    }

    private static IEnumerable<ColumnFeed> Feed(MergedForms forms, InstrumentDefinition version, string scale)
    {
        var newest = forms.NewestOf(version);
        var own = version.Scales.Any(s => s.Name == scale);
        if (forms.Layout == VersionLayout.Apart || newest.Scales.All(s => s.Name != scale) || ReferenceEquals(newest, version))
        {
            if (own) yield return new(version.Id.Text, version.Version, scale);
        }
        else if (MergedScores.CanScore(forms, version, newest, scale))
            yield return new(version.Id.Text, version.Version, scale, Note: own && !Differs(forms, version, newest, scale) ? null : $"scored as version {newest.Version}");
    }

    /// <summary>Whether some other version of the instrument scores it otherwise.</summary>
    private static bool Breaks(MergedForms forms, InstrumentDefinition version, string scale) =>
        forms.Versions.Any(v => v.Id == version.Id && !ReferenceEquals(v, version) && v.Scales.Any(s => s.Name == scale) && Differs(forms, version, v, scale));

    private static bool Differs(MergedForms forms, InstrumentDefinition one, InstrumentDefinition other, string scale)
    {
        var (a, b) = (one.Scales.FirstOrDefault(s => s.Name == scale), other.Scales.FirstOrDefault(s => s.Name == scale));
        if (a is null || b is null || !a.SameAs(b)) return true;
        return a.SumOf.Any(part => Differs(forms, one, other, part)) || a.Items.Any(i => !forms.AreOne(one, other, i));
    }
}
