using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Windows;

/// <summary>What moved when: read off the facts by the design as it stands, and never stored.</summary>
public static class WindowMoves
{
    /// <summary>In order of the facts. A window that is there for the first time has not moved.</summary>
    public static ImmutableArray<WindowMove> Of(StudyDesign design, FamilyState nothing, IEnumerable<Recorded<FamilyFact>> facts)
    {
        var moves = ImmutableArray.CreateBuilder<WindowMove>();
        var (family, before) = (nothing, new Window?[design.Waves.Length]);
        foreach (var fact in facts)
        {
            family = FamilyFold.Next(family, fact);
            if (!family.Exists || !CanMove(fact.Content)) continue;
            for (var i = 0; i < before.Length; i++)
            {
                var now = WaveWindows.Of(design, family, design.Waves[i]);
                if (before[i] is { } was && now is { } moved && was != moved) moves.Add(new(fact.Head.N, fact.Head.Op, fact.Head.At, fact.Head.By, design.Waves[i].Code, was, moved));
                before[i] = now;
            }
        }
        return moves.DrainToImmutable();
    }

    /// <summary>Most facts touch no day that a window hangs on; what is erased may have.</summary>
    private static bool CanMove(FamilyFact? fact) => fact is not (FamilyFact.AttemptRecorded or FamilyFact.MemberJoined or FamilyFact.WorkerAllocated or FamilyFact.QualityDismissed or FamilyFact.QueryOpened or FamilyFact.QueryAnswered);
}
