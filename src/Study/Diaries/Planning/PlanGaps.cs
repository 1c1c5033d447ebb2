using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>Why a plan does not book a family.</summary>
public enum PlanGap { NoConsent = 0, WindowOver = 1, Unsafe = 2, NoInterviewer = 3, NoHours = 4, SafeTimes = 5, Contended = 6, NeedsTwo = 7, Died = 8 }

/// <summary>A family that is not booked, and why, in a sentence.</summary>
public sealed record Unplanned(FamilyId Family, WaveCode Wave, PlanGap Gap, DateOnly Closes, string Sentence);

/// <summary>Says why a family found no place.</summary>
public static class PlanGaps
{
    public static Unplanned Of(PlanBoard board, PlanFamily family)
    {
        var (gap, sentence) = Why(board, family);
        return new(family.Family, family.Wave, gap, family.Window.Closes, sentence);
    }

    public static Unplanned NoConsent(FamilyId family, WaveCode wave, Window window) => new(family, wave, PlanGap.NoConsent, window.Closes, "No consent to be interviewed stands.");

    public static Unplanned WindowOver(FamilyId family, WaveCode wave, Window window) => new(family, wave, PlanGap.WindowOver, window.Closes, "The window is over. Record what became of it.");

    public static Unplanned NeedsTwo(FamilyId family, WaveCode wave, Window window) => new(family, wave, PlanGap.NeedsTwo, window.Closes, "Two people go to this family. Book it by hand: the times that are offered name both.");

    public static Unplanned Died(FamilyId family, WaveCode wave, Window window) => new(family, wave, PlanGap.Died, window.Closes, "Somebody of this family has died. Record what became of it.");

    private static (PlanGap, string) Why(PlanBoard board, PlanFamily family)
    {
        if (family.Times.Bar is { } bar) return (PlanGap.Unsafe, bar.Sentence);
        if (board.Problem.People.IsEmpty) return (PlanGap.NoInterviewer, "No interviewer has an account for the site.");
        var anyFree = false;
        foreach (var starts in board.Starts)
            foreach (var start in starts)
            {
                if (!PlanBoard.IsInWindow(family, start.Day)) continue;
                if (board.Fits(family, start)) return (PlanGap.Contended, family.Window.Closes <= board.Problem.Last
                    ? "All times that fit went to other families, and the window closes within these weeks."
                    : "All times that fit went to families whose windows close sooner. It can wait for the next plan.");
                anyFree = true;
            }
        return anyFree
            ? (PlanGap.SafeTimes, "Nobody is free in its window at a time that is safe for it.")
            : (PlanGap.NoHours, "Nobody has a free hour in its window within these weeks.");
    }
}
