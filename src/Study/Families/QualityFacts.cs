using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen to what quality rules find.</summary>
[JsonDerivedType(typeof(QualityDismissed), "quality.dismissed")]
public abstract partial record FamilyFact
{
    /// <summary>A hit set aside, for the reason in the fact's head; holds while its inputs have this digest.</summary>
    public sealed record QualityDismissed(string Rule, string About, string Digest) : FamilyFact;
}

internal static class QualityFold
{
    /// <summary>One for each rule and place: a newer one takes the place of what was said of other inputs.</summary>
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact, FamilyFact.QualityDismissed f) => family with
    {
        Dismissals = [.. family.Dismissals.Where(d => d.Rule != f.Rule || d.About != f.About), new QualityDismissal(f.Rule, f.About, f.Digest, fact.Head.By, fact.Head.At, fact.Why ?? "")],
    };
}
