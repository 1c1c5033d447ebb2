using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>A save that somebody else's change stands in the way of.</summary>
/// <param name="Back">Where what stands now is looked at.</param>
/// <param name="Clashes">What both changed; empty where what it was begun on is no more.</param>
/// <param name="Seen">The revision that the choices are made on.</param>
public sealed record OvertakenSave(string Title, (string Words, string Href) Back, Refusal Why, ImmutableArray<DraftClash> Clashes, int Seen, string TimeZone, KeptValues Typed)
{
    public const string View = "/Pages/Instruments/_Overtaken.cshtml";
    public const string ChoiceField = "choice.";

    /// <summary>The form as it was sent, without what was chosen on an earlier revision.</summary>
    /// <param name="also">What is sent beside the form's fields, or in place of one.</param>
    public static KeptValues Keep(HttpRequest request, IEnumerable<KeyValuePair<string, string>> also)
    {
        var (kept, added) = (KeptValues.Of(request.Path + request.QueryString, request.Form), also.ToList());
        return kept with { Values = [.. kept.Values.Where(v => v.Key != "seen" && !v.Key.StartsWith(ChoiceField, StringComparison.Ordinal) && added.TrueForAll(a => a.Key != v.Key)), .. added] };
    }

    /// <summary>The parts for which one side was chosen.</summary>
    public static ImmutableArray<string> Chosen(HttpRequest request, string side) => request.HasFormContentType
        ? [.. request.Form.Where(f => f.Key.StartsWith(ChoiceField, StringComparison.Ordinal) && f.Value == side).Select(f => f.Key[ChoiceField.Length..])]
        : [];
}

/// <summary>Parts that two people changed, to choose from.</summary>
public sealed record ClashChoices(ImmutableArray<DraftClash> Clashes, string TimeZone);
