using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Workers.Reassign;

/// <summary>One family of the list, and who was chosen for it.</summary>
/// <param name="To">A worker's id, <see cref="Nobody"/>, or empty where it stays.</param>
public sealed record ReassignLine(FamilyState Family, string To)
{
    public const string Nobody = "nobody";

    public string Name => NameOf(Family.Id);

    public static string NameOf(FamilyId family) => $"To[{family}]";
}
