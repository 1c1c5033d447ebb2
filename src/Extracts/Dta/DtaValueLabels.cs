using System.Collections.Immutable;
using System.Text;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Dta;

/// <summary>Labels of values in named sets; columns that share labels share a set.</summary>
internal sealed class DtaValueLabels
{
    /// <summary>Of columns without labelled values. No column's name begins so.</summary>
    private const string MissingOnly = "_missing";

    private const int NameWidth = 129;
    private readonly LabelledTable table;
    private readonly ImmutableArray<string> names;

    public DtaValueLabels(LabelledTable table)
    {
        this.table = table;
        names = [.. table.Sets.Select(s => s.Real.IsEmpty ? MissingOnly : table.Columns[s.Columns[0]].Name)];
        var ofColumn = Enumerable.Repeat("", table.Columns.Length).ToArray();
        for (var i = 0; i < names.Length; i++)
            foreach (var place in table.Sets[i].Columns) ofColumn[place] = names[i];
        NameOfColumn = [.. ofColumn];
    }

    /// <summary>Each column's set; empty where it has none.</summary>
    public ImmutableArray<string> NameOfColumn { get; }

    public void Write(LittleEndian output)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var set = table.Sets[i];
            (int Value, byte[] Text)[] labels = [.. set.Real.Select(r => (r.Code, Terminated(r.Label))), .. set.Missing.Select((label, m) => (DtaMissing.Long + 1 + m, Terminated(label)))];
            var texts = labels.Sum(l => l.Text.Length);
            output.Text("<lbl>");
            output.Int32(2 * sizeof(int) + 2 * sizeof(int) * labels.Length + texts);
            output.Text(names[i], NameWidth, 0);
            output.Fill(3);
            output.Int32(labels.Length);
            output.Int32(texts);
            var at = 0;
            foreach (var label in labels)
            {
                output.Int32(at);
                at += label.Text.Length;
            }
            foreach (var label in labels) output.Int32(label.Value);
            foreach (var label in labels) output.Bytes(label.Text);
            output.Text("</lbl>");
        }
    }

    private static byte[] Terminated(string label) => [.. Encoding.UTF8.GetBytes(label), 0];
}
