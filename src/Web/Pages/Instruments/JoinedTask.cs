using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>A page whose forms say which revision they were begun on: a save goes on from that one, what others changed elsewhere stays, and what both changed is asked for.</summary>
public abstract class JoinedTask : InstrumentTask
{
    public const string RevisionField = "revision";

    /// <summary>The revision that the form on this page was begun on.</summary>
    [BindProperty(Name = RevisionField)] public int? Revision { get; set; }

    /// <summary>The revision on which parts that two changed were chosen from.</summary>
    [BindProperty(Name = "seen")] public int Seen { get; set; }

    /// <summary>The revision that stands now.</summary>
    protected abstract int Now { get; }

    /// <summary>What it is that two change: a link's words, and where it leads.</summary>
    protected abstract (string Words, string Href) Changed { get; }

    public override IEnumerable<KeyValuePair<string, string>> Carried => [new(RevisionField, (Revision ?? Now).ToString(CultureInfo.InvariantCulture))];

    protected DraftBasis Basis => new(Revision ?? Now) { Seen = Seen, Mine = Chosen("mine"), Theirs = Chosen("theirs") };

    /// <summary>What others saved while this page was open, and that it is there too.</summary>
    protected static string Meanwhile(IEnumerable<string> others) => others.Distinct().ToList() is { Count: > 0 } by ? $" What {string.Join(" and ", by)} changed meanwhile is kept." : "";

    protected ViewResult Overtaken(Refusal why, ImmutableArray<DraftClash> clashes)
    {
        var kept = KeptValues.Of(Request.Path + Request.QueryString, Request.Form);
        var also = AlsoKept().ToList();
        var model = new OvertakenSave(Kept.Newest()?.Title ?? Shown.Title, Changed, why, clashes, Now, Frame.Design.TimeZone,
            kept with { Values = [.. kept.Values.Where(v => v.Key != "seen" && !v.Key.StartsWith(OvertakenSave.ChoiceField, StringComparison.Ordinal) && also.TrueForAll(a => a.Key != v.Key)), .. also] });
        return new ViewResult { ViewName = OvertakenSave.View, StatusCode = why.Status(), ViewData = new ViewDataDictionary<OvertakenSave>(MetadataProvider, new ModelStateDictionary()) { Model = model } };
    }

    /// <summary>What is sent again beside the form's fields, or in place of one, such as the text of a file.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> AlsoKept() => [];

    private ImmutableArray<string> Chosen(string side) => Request.HasFormContentType
        ? [.. Request.Form.Where(f => f.Key.StartsWith(OvertakenSave.ChoiceField, StringComparison.Ordinal) && f.Value == side).Select(f => f.Key[OvertakenSave.ChoiceField.Length..])]
        : [];
}

/// <summary>A save that somebody else's change stands in the way of.</summary>
/// <param name="Back">Where what stands now is looked at.</param>
/// <param name="Clashes">What both changed; empty where what it was begun on is no more.</param>
/// <param name="Seen">The revision that the choices are made on.</param>
public sealed record OvertakenSave(string Title, (string Words, string Href) Back, Refusal Why, ImmutableArray<DraftClash> Clashes, int Seen, string TimeZone, KeptValues Typed)
{
    public const string View = "/Pages/Instruments/_Overtaken.cshtml";
    public const string ChoiceField = "choice.";
}
