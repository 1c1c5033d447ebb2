using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen to a form that is entered twice.</summary>
[JsonDerivedType(typeof(FormSecondEntered), "form.second-entered")]
[JsonDerivedType(typeof(FormSettled), "form.settled")]
public abstract partial record FamilyFact
{
    /// <summary>A second entry; <see cref="Agrees"/> where it says what the first says, so that there is nothing to settle.</summary>
    public sealed record FormSecondEntered(FormPlace Place, DateOnly CompletedOn, FormMode Mode, string Language, Answers Answers, bool Agrees, Answers? Aside = null) : FamilyFact;

    /// <summary>Some differences settled; <see cref="Outcome"/> with the last of them.</summary>
    public sealed record FormSettled(FormPlace Place, ImmutableArray<ItemSettlement> Items, Answers? Third = null, SettledForm? Outcome = null) : FamilyFact;
}
