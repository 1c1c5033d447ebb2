using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Web.Shell.Layout;

/// <summary>What stands over every page: the study's name, and whether what it holds is synthetic.</summary>
public sealed class StudyBanner(StudyFrames frames)
{
    /// <summary>A page that says what went wrong must stand even where the frame cannot be asked for.</summary>
    public async ValueTask<StudyName> Read()
    {
        StudyFrame frame;
        try
        {
            frame = await frames.Current();
        }
        catch (Exception)
        {
            frame = frames.Latest;
        }
        return new(frame.Design.Title.Length > 0 ? frame.Design.Title : "Longitudinal study", frame.Design.Synthetic);
    }
}

/// <param name="IsSynthetic">Made from a seed: every page and file says so.</param>
public sealed record StudyName(string Title, bool IsSynthetic);
