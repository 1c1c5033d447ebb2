namespace SosLongitudinal.Exchange.Lists;

/// <summary>What the rows of an authority's list are.</summary>
public enum ListKind
{
    /// <summary>A row for each member; rows of one site and serial are one family.</summary>
    Families = 0,
    Workers = 1,
    /// <summary>Who held a family's case from when on.</summary>
    Allocations = 2,
    CaseEvents = 3,
}

/// <summary>A column that a list may have.</summary>
/// <param name="Means">What to put there, in a few words.</param>
/// <param name="Needed">Whether a file without it is refused.</param>
/// <param name="TellsWho">Whether it tells who somebody is: no value of it is ever repeated in a report.</param>
public sealed record ListColumn(string Name, string Means, bool Needed = false, bool TellsWho = false);
