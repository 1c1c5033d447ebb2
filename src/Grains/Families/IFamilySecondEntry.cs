using System.Collections.Immutable;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Forms of the family that are entered twice.</summary>
[GrainInterfaceType("sos.family-second-entry")]
public interface IFamilySecondEntry : IGrainWithStringKey
{
    /// <summary>Takes in the second entry of a drawn form by another person than the first's; the same stamp again gives the same answer. The instrument's version is the first entry's.</summary>
    [Alias("enter")] Task<Decision<SecondReceipt>> Enter(FormEntry entry, Stamp stamp);

    /// <summary>Settles some or all differences; with the last the form takes the settled answers.</summary>
    [Alias("settle")] Task<Decision<SecondReceipt>> Settle(FormPlace place, ImmutableArray<Settlement> chosen, Stamp stamp);

    /// <summary>Whether a form at this place is in the sample that is entered twice.</summary>
    [Alias("is-drawn")] Task<bool> IsDrawn(FormPlace place);
}

/// <summary>What the person who entered or settled gets back. <see cref="Open"/> counts the differences that are not settled.</summary>
[GenerateSerializer, Immutable, Alias("sos.second-receipt")]
public sealed record SecondReceipt([property: Id(0)] Form Form, [property: Id(1)] SiteCode Site, [property: Id(2)] SecondStatus Status, [property: Id(3)] int Open)
{
    public KeyedForm Second => Form.Trail!.Second!.Second;
}
