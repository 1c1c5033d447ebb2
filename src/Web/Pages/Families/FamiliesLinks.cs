using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Families;

/// <summary>Where the pages about families are.</summary>
public static class FamiliesLinks
{
    public const string List = "/families";
    public const string Enrol = "/families/enrol";

    public static string Show(FamilyId family) => $"/families/{family}";
    public static string Timeline(FamilyId family) => $"/families/{family}#timeline";
    public static string Stage(FamilyId family) => $"/families/{family}/stage";
    public static string Consent(FamilyId family) => $"/families/{family}/consent";
    public static string Withdraw(FamilyId family) => $"/families/{family}/withdraw";
    public static string Assent(MemberId member) => $"/families/{member.Family}/assent/{member}";
    public static string Responsibility(MemberId member) => $"/families/{member.Family}/responsibility/{member}";
    public static string Erase(FamilyId family) => $"/families/{family}/erase";
    public static string EraseContact(MemberId member) => $"/families/{member.Family}/contact/{member}/erase";
    public static string End(FamilyId family) => $"/families/{family}/end";
    public static string AddMember(FamilyId family) => $"/families/{family}/members/add";
    public static string CorrectMember(MemberId member) => $"/families/{member.Family}/members/{member}";
    public static string WorkerChange(FamilyId family) => $"/families/{family}/worker";
    public static string Interview(FamilyId family, WaveCode wave) => $"/families/{family}/interviews/{wave}";
    public static string Disposition(FamilyId family, WaveCode wave, Track track) => $"/families/{family}/dispositions/{wave}/{new TrackName(track)}";
    public static string Assign(FamilyId family, WaveCode wave) => $"/families/{family}/interviewer/{wave}";
    public static string Move(FamilyId family) => $"/families/{family}/move";
    public static string CaseEvent(FamilyId family) => $"/families/{family}/case-events/add";
    public static string StrikeCaseEvent(FamilyId family, int number) => $"/families/{family}/case-events/{number}/strike";
    public static string Merge(FamilyId family) => $"/families/{family}/merge";
    public static string MergeWith(FamilyId family) => $"/families/{family}/merge?handler=With";
    public static string Split(FamilyId family) => $"/families/{family}/split";
    public static string Attempts(FamilyId family, WaveCode wave) => $"/families/{family}/attempts/{wave}";
    public static string AttemptsWith(FamilyId family, WaveCode wave, MemberId with) => $"/families/{family}/attempts/{wave}?with={with}";
    public static string StrikeAttempt(FamilyId family, WaveCode wave, int number) => $"/families/{family}/attempts/{wave}/{number}/strike";
    public static string Trace(FamilyId family, WaveCode wave) => $"/families/{family}/tracing/{wave}";
    public static string StrikeTracing(FamilyId family, WaveCode wave, int number) => $"/families/{family}/tracing/{wave}/{number}/strike";
    public static string DispositionAs(FamilyId family, WaveCode wave, Track track, string code) => $"{Disposition(family, wave, track)}?code={code}";
    public static string TwoPerson(FamilyId family) => $"/families/{family}/two-person";
    public static string Contact(MemberId member) => $"/families/{member.Family}/contact/{member}";
}
