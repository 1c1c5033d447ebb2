using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Items of free text. They are in no table but one that is made for a release which asks for them; what is marked as telling who somebody is stays out even there.</summary>
internal static class TextColumns
{
    public static IEnumerable<ColumnSpec<FormReading>> Of(MergedForms forms)
    {
        foreach (var item in forms.Items.Where(i => i.Item is { Type: ItemType.Text, Identifies: false } && i.Sources.All(s => s.Item is { Type: ItemType.Text, Identifies: false })))
        {
            var answers = new MergedAnswers(item);
            var spec = Spec.Text<FormReading>(item.Name, $"{ItemColumns.Label(item)} (free text)", form => answers.Of(form) is Answer.Text text ? text.Value : ItemColumns.ReasonOf(answers.Of(form)));
            yield return spec with { Column = spec.Column with { IsFreeText = true, Feeds = forms.FeedsOf(item) } };
        }
    }
}
