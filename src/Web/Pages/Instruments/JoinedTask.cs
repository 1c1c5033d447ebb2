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

    protected DraftBasis Basis => new(Revision ?? Now) { Seen = Seen, Mine = OvertakenSave.Chosen(Request, "mine"), Theirs = OvertakenSave.Chosen(Request, "theirs") };

    /// <summary>What others saved while this page was open, and that it is there too.</summary>
    protected static string Meanwhile(IEnumerable<string> others) => others.Distinct().ToList() is { Count: > 0 } by ? $" What {string.Join(" and ", by)} changed meanwhile is kept." : "";

    protected ViewResult Overtaken(Refusal why, ImmutableArray<DraftClash> clashes)
    {
        var model = new OvertakenSave(Kept.Newest()?.Title ?? Shown.Title, Changed, why, clashes, Now, Frame.Design.TimeZone, OvertakenSave.Keep(Request, AlsoKept()));
        return new ViewResult { ViewName = OvertakenSave.View, StatusCode = why.Status(), ViewData = new ViewDataDictionary<OvertakenSave>(MetadataProvider, new ModelStateDictionary()) { Model = model } };
    }

    /// <summary>What is sent again beside the form's fields, or in place of one, such as the text of a file.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> AlsoKept() => [];
}
