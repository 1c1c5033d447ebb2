using SosLongitudinal.Study.Diaries;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>What the pages about a feed show: the feed as it is known, its new address once, and where to revoke it.</summary>
public sealed record FeedPart(CalendarFeed? Known, string? Address, string Revoke, string TimeZone);
