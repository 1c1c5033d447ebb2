using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Study.Consent;

public sealed class UseTests
{
    private static readonly DateOnly Today = new(2016, 10, 1);

    private static FamilySketch Withdrawn(WithdrawalExtent extent) => new FamilySketch("w").Say(new FamilyFact.ConsentWithdrawn([ConsentScope.Interview], extent, new(2016, 9, 1)));

    [Theory]
    [InlineData(WithdrawalExtent.NoFurtherContact, true), InlineData(WithdrawalExtent.NoFurtherUse, false), InlineData(WithdrawalExtent.FullErasure, false)]
    public void What_was_collected_stays_in_use_unless_it_was_withdrawn_from_use(WithdrawalExtent extent, bool usable)
    {
        var consents = Withdrawn(extent).State.Consents;
        Assert.Equal(usable, consents.AllowUse(ConsentScope.Interview, null, Today));
        Assert.True(consents.AllowUse(ConsentScope.Interview, null, new(2016, 8, 31)));
        Assert.True(consents.AllowUse(ConsentScope.CaseFile, null, Today));
    }

    [Fact]
    public void Consent_given_anew_brings_it_back() =>
        Assert.True(Withdrawn(WithdrawalExtent.NoFurtherUse).Say(new FamilyFact.ConsentGiven(ConsentScope.Interview, null, "parent", new(2016, 9, 20))).State.Consents.AllowUse(ConsentScope.Interview, null, Today));
}
