using Apache.Arrow;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>Collects the cells of one or several neighbouring columns, row by row, and gives them out as arrays. Not for use by two threads.</summary>
public abstract class Filler<TRow>
{
    /// <param name="at">The row's place within the batch; calls come in order.</param>
    public abstract void Add(TRow row, int at);

    /// <summary>The first <paramref name="rows"/> cells of each column; the filler is empty again.</summary>
    public abstract void Take(int rows, List<IArrowArray> arrays);
}
