using SosLongitudinal.Extracts.Tables;

namespace SosLongitudinal.Analysis.Agreement;

/// <summary>What agreement reads of one compared item. An answer is <c>null</c> where the entry gives a reason instead; so is what is not settled.</summary>
internal sealed record ComparedItem(
    string Form, string Wave, string Instrument, string Site, string Status, string Item, string FirstBy, string SecondBy, string? First, string? Second, bool Differs, bool? FirstWrong, bool? SecondWrong)
{
    public static ComparedItem Of(TableRow row)
    {
        var (wave, instrument) = (row.Text("wave")!, row.Text("instrument")!);
        return new(
            $"{row.Text("family")} {wave} {instrument} {row.Text("subject")} {row.Text("respondent")}", wave, instrument, row.Text("site_now") ?? "", row.Text("second")!, row.Text("item")!,
            row.Text("first_by")!, row.Text("second_by")!, row.Text("first"), row.Text("second_says"), row.Number("differs") == 1, Yes(row.Number("first_wrong")), Yes(row.Number("second_wrong")));
    }

    private static bool? Yes(int? cell) => cell is { } known ? known == 1 : null;
}
