using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Web.Pages.Releases;

/// <summary>Where frozen extracts are.</summary>
public static class ReleasesLinks
{
    public const string List = "/releases";
    public const string Make = "/releases/make";

    public static string Show(ReleaseId release) => $"/releases/{release}";

    public static string File(ReleaseId release, ReleaseFile file) => $"/api/v1/releases/{release}/files/{Uri.EscapeDataString(file.Name)}";

    public static string Finish(ReleaseId release) => $"/releases/{release}/finish";

    public static string Texts(ReleaseId release) => $"/releases/{release}/texts";

    public static string Approve(ReleaseId release) => $"/releases/{release}/approve";

    public static string Remake(ReleaseId release) => $"/releases/{release}/remake";

    public static string Readers(ReleaseId release) => $"/releases/{release}/readers";

    public static string Compare(ReleaseId earlier, ReleaseId later) => $"/releases/{later}/compare/{earlier}";
}
