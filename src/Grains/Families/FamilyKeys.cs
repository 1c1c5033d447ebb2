using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>The only place where a family's doors are addressed.</summary>
public static class FamilyKeys
{
    public static IFamilyEnrolment Enrolment(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyEnrolment>(family.ToString());
    public static IFamilyMembers Members(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyMembers>(family.ToString());
    public static IFamilyCase Case(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyCase>(family.ToString());
    public static IFamilyForms Forms(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyForms>(family.ToString());
    public static IFamilyIntake Intake(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyIntake>(family.ToString());
    public static IFamilyFieldwork Fieldwork(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyFieldwork>(family.ToString());
    public static IFamilyAttempts Attempts(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyAttempts>(family.ToString());
    public static IFamilyTracing Tracing(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyTracing>(family.ToString());
    public static IFamilyWindows Windows(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyWindows>(family.ToString());
    public static IFamilyFormWork FormWork(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyFormWork>(family.ToString());
    public static IFamilySecondEntry SecondEntry(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilySecondEntry>(family.ToString());
    public static IFamilyFormPassage Passage(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyFormPassage>(family.ToString());
    public static IFamilyQueries Queries(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyQueries>(family.ToString());
    public static IFamilyQuality Quality(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyQuality>(family.ToString());
    public static IFamilyConsent Consent(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyConsent>(family.ToString());
    public static IFamilyLinks Links(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyLinks>(family.ToString());
    public static IFamilyRecord Family(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyRecord>(family.ToString());

    /// <summary>
    /// Creates a family under an id that derives from the operation, so that sending it again finds the same family; goes on to the next candidate where
    /// another operation has taken the id.
    /// </summary>
    public static async Task<Decision<Study.Families.FamilyState>> Enrol(this IGrainFactory grains, Enrolment enrolment, Stamp stamp)
    {
        for (var candidate = 0; ; candidate++)
        {
            var decision = await grains.Enrolment(FamilyId.From(stamp.Operation.Text, candidate)).Enrol(enrolment, stamp);
            if (decision is not Decision<Study.Families.FamilyState>.Refused { Why.Code: "family.exists" }) return decision;
        }
    }
}
