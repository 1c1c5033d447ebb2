using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families;

/// <summary>One member as typed on a line; a line without a role is nobody.</summary>
public sealed class MemberRow
{
    public MemberRole? Role { get; set; }

    public string Month { get; set; } = "";

    public string Year { get; set; } = "";

    public Sex Sex { get; set; }

    public bool IsEmpty => Role is null && Month.Length == 0 && Year.Length == 0;

    /// <summary>Reads the line; faults stand at <paramref name="field"/>'s parts. A child needs a birth month, for others it may be left out.</summary>
    public NewMember? Read(TypedFields typed, string field, PartialDate joined)
    {
        if (Role is not { } role)
        {
            typed.Fault($"{field}.Role", "Choose who this is, or empty the line.");
            return null;
        }
        var hasBirth = Month.Trim().Length > 0 || Year.Trim().Length > 0;
        if (!hasBirth && role != MemberRole.Child) return new(role, null, Sex, joined);
        return new(role, typed.Read(TypedPartialDates.ReadBirth(Month, Year, $"{field}.Month")), Sex, joined);
    }
}
