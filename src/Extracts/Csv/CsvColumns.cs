using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>One or several neighbouring columns of a batch as they are written row by row, each cell with its separator behind it.</summary>
internal abstract class CsvColumns
{
    /// <summary>The most bytes that a row can take here.</summary>
    public abstract int Most { get; }

    /// <returns>Where the next column begins.</returns>
    public abstract int Write(int row, byte[] buffer, int at);

    public static CsvColumns[] Of(RecordBatch batch, MissingFrame missing, CsvStyle style)
    {
        var columns = new List<CsvColumns>();
        var codes = new List<short[]>();
        for (var i = 0; i < batch.ColumnCount; i++)
        {
            var array = batch.Column(i);
            if (array is Int16Array dense)
            {
                codes.Add(dense.Values.ToArray());
                continue;
            }
            Flush();
            columns.Add(array switch
            {
                DictionaryArray words => new CsvWords(words, missing, style, guard: !Dataset.IsDecimal(batch.Schema.FieldsList[i])),
                Date32Array days => new CsvDates(days.Values.ToArray(), missing, style.Between),
                StringArray ids => new CsvIds(ids, style),
                _ => throw new InvalidDataException($"Column {batch.Schema.FieldsList[i].Name} is of a kind that has no text form."),
            });
        }
        Flush();
        return [.. columns];

        void Flush()
        {
            if (codes.Count > 0) columns.Add(new CsvCodes([.. codes], missing, style.Between));
            codes.Clear();
        }
    }
}
