namespace SosLongitudinal.Web.Pages.Forms.Units;

/// <summary>The forms that a worker or a site has or can have, as a table.</summary>
public sealed record UnitList(IReadOnlyList<UnitPaper> Papers, bool MayEnter, Func<UnitPaper, string> Link);
