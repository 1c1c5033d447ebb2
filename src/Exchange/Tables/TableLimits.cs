using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>How much of a table is read, and what is said of one that has nothing or too much in it.</summary>
/// <param name="Columns">The most that it may have.</param>
/// <param name="LongestRow">In characters.</param>
/// <param name="Empty">There is no row at all.</param>
public sealed record TableLimits(int Columns, int LongestRow, Refusal Empty, Refusal RowTooLong);
