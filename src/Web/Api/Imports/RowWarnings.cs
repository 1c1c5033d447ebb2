using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>What quality rules find in checked rows, without what is hidden from the person.</summary>
internal static class RowWarnings
{
    /// <param name="saved">Whether what could be taken is in the study by now.</param>
    /// <param name="refused">Forms that were not saved after all.</param>
    public static async Task<IReadOnlyList<RowWarning>> Of(IEnumerable<FamilyRows> families, BlindEntry blind, Person person, bool saved = false, IReadOnlyCollection<ReadyForm>? refused = null)
    {
        var forms = families.SelectMany(f => f.Forms.Where(form => !form.Warnings.IsEmpty).Select(form => (f.Family, Form: form))).Where(f => refused is null || !refused.Contains(f.Form)).ToList();
        var shown = (await blind.Shown(person, [.. forms.SelectMany(f => f.Form.Warnings)])).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return [.. forms.SelectMany(f => f.Form.Warnings.Where(shown.Contains).Select(hit =>
        {
            var (row, isThere) = (f.Form.Row, saved || f.Form.IsThere);
            return new RowWarning(row.Row, row.Serial.Length > 0 ? row.Serial : row.Id, row.Instrument.Id, isThere ? f.Family : null, isThere ? f.Form.Form.Entry.Place : null, hit.Rule, hit.Severity, hit.Sentence);
        })).OrderBy(w => w.Row).ThenBy(w => w.Instrument).ThenBy(w => w.Rule, StringComparer.Ordinal)];
    }
}
