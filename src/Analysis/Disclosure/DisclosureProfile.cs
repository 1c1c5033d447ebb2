namespace SosLongitudinal.Analysis.Disclosure;

/// <summary>By which rule counts of a table are kept from telling who somebody is (DOMAIN §5.1).</summary>
/// <param name="Name">As addresses say it.</param>
/// <param name="Below">Counts below it are not shown.</param>
/// <param name="ShowsZero">Whether a count of nobody is shown.</param>
/// <param name="RoundsTo">To which multiple totals are rounded; 1: not at all.</param>
public sealed record DisclosureProfile(string Name, string Title, int Below, bool ShowsZero, int RoundsTo)
{
    public static DisclosureProfile None { get; } = new("none", "None: not for release", 0, true, 1);

    /// <summary>As the Department for Education publishes children in need.</summary>
    public static DisclosureProfile Dfe { get; } = new("dfe", "DfE publication: 1 to 5 as c, totals to the nearest 10", 6, true, 10);

    public static DisclosureProfile SecureLab { get; } = new("secure-lab", "Secure lab: nothing below 10, zero included", 10, false, 1);

    public static DisclosureProfile[] All { get; } = [None, Dfe, SecureLab];

    public static DisclosureProfile? Find(string name) => Array.Find(All, p => p.Name == name);

    public bool Hides(int count) => count < Below && (count > 0 || !ShowsZero);

    /// <summary>Half up, as the department does it.</summary>
    public int Rounded(int total) => RoundsTo == 1 ? total : (total + RoundsTo / 2) / RoundsTo * RoundsTo;
}
