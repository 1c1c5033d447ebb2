using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Safeguarding.Show;

/// <summary>Who was told, as typed.</summary>
public sealed class TypedTold
{
    /// <summary>The rule's fields and where they stand on the page.</summary>
    public static readonly (string Rule, string Page)[] Fields = [("role", "Told.Role"), ("name", "Told.Name"), ("agency", "Told.Agency"), ("on", "Told.On"), ("by", "Told.By"), ("said", "Told.Said")];

    public string Role { get; set; } = "";

    public string Name { get; set; } = "";

    public string Agency { get; set; } = "";

    public TypedDate On { get; set; } = new();

    public string Time { get; set; } = "";

    public string By { get; set; } = "";

    public string Said { get; set; } = "";

    public PassedOnHarm Read(TypedFields typed) =>
        new(Role.Trim(), Name.Trim(), Agency.Trim(), By.Trim(), typed.Read(On.Read("Told.On", "day")), TypedTimes.Read(Time, typed, "Told.Time"), Said.Trim());
}
