namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>Where an expression stands: at which item, in which time of a repeating section, and whether bare names are columns of a choice list.</summary>
internal sealed record Place(int? Item, string? Repeat, int Instance, string? Choices = null);
