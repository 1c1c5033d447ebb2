using System.Text.Json.Serialization;
using SosLongitudinal.Study.Forms;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen to a form after it was entered.</summary>
[JsonDerivedType(typeof(FormLocked), "form.locked")]
[JsonDerivedType(typeof(FormUnlocked), "form.unlocked")]
public abstract partial record FamilyFact
{
    public sealed record FormLocked(FormPlace Place) : FamilyFact;
    public sealed record FormUnlocked(FormPlace Place) : FamilyFact;
}
