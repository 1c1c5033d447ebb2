using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;

namespace SosLongitudinal.Web.Api.Safeguarding;

/// <summary>
/// What was heard: <c>kind</c> is <c>physical</c>, <c>emotional</c>, <c>sexual</c>, <c>neglect</c>, <c>domestic-abuse</c>, <c>self-harm</c>, <c>risk-to-others</c> or <c>other</c>. By whoever sends it where
/// nobody else is named; <c>about</c> is left out where it is about somebody who is no member.
/// </summary>
public sealed record HeardBody(HarmKind Kind, string Words, DateOnly On, MemberId? About = null, string? By = null, TimeOnly? At = null);

/// <summary>Who was told of it, and what they said they would do.</summary>
public sealed record PassedOnBody(string Role, string Agency, DateOnly On, string? Name = null, string? By = null, TimeOnly? At = null, string? Said = null);

/// <summary>What happened afterwards.</summary>
public sealed record FollowUpBody(string FollowUp, DateOnly FollowedOn);

/// <summary>A disclosure that nobody has passed on: family and day, nothing of what it says.</summary>
public sealed record OpenConcernView(FamilyId Family, SiteCode Site, int Number, DateOnly On);
