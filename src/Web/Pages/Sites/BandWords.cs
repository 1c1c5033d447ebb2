using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Web.Pages.Sites;

/// <summary>An experience band by its label.</summary>
public static class BandWords
{
    public static string Of(StudyDesign design, string band) =>
        design.Bands.FirstOrDefault(b => b.Code == band)?.Label ?? (band.Length == 0 ? "No band yet" : band);
}
