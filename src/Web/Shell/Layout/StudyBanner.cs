namespace SosLongitudinal.Web.Shell.Layout;

/// <summary>What stands over every page: the study's name, and whether what it holds is synthetic.</summary>
public sealed class StudyBanner(ServeOptions options)
{
    public string Title => IsSynthetic ? "Demo study" : "Longitudinal study";

    public bool IsSynthetic => options.Demo is not null;
}
