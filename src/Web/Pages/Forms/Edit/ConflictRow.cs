using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Web.Pages.Forms.Fields;

namespace SosLongitudinal.Web.Pages.Forms.Edit;

/// <summary>An item that somebody else changed meanwhile: their answer and the one typed here, as fields hold them.</summary>
public sealed record ConflictRow(Item Item, string Theirs, string Mine)
{
    public const string Choose = "choose.";
    public const string Kept = "mine.";

    public static ImmutableArray<ConflictRow> Of(InstrumentDefinition definition, Form form, FormEdit edit) =>
        [.. EditConflicts.Of(form, edit).Select(c => new ConflictRow(definition.ItemOf(c.Item)!, c.Theirs.AsText(), c.Mine.AsText()))];

    /// <summary>Those that the page asked about and that are still without a choice.</summary>
    public static ImmutableArray<ConflictRow> Unchosen(InstrumentDefinition definition, Form form, IFormCollection sent) =>
    [
        .. sent.Keys.Where(k => k.StartsWith(Kept, StringComparison.Ordinal)).Select(k => definition.ItemOf(k[Kept.Length..])).OfType<Item>()
            .Where(i => StringValues.IsNullOrEmpty(sent[Choose + i.Name]))
            .Select(i => new ConflictRow(i, form.Answers[i.Name].AsText(), sent[Kept + i.Name].ToString())),
    ];

    /// <summary>The typed answers with each choice as if it had been typed.</summary>
    public static TypedAnswers Typed(IFormCollection sent) => TypedAnswers.From(sent.Select(f =>
        f.Key.StartsWith(Choose, StringComparison.Ordinal) ? KeyValuePair.Create(TypedAnswers.Prefix + f.Key[Choose.Length..], f.Value) : f));
}
