using System.Collections.Immutable;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Releases;

/// <summary>What a recipe can be chosen from.</summary>
public static class RecipeChoices
{
    public static readonly ImmutableArray<Choice> Formats = [.. FileFormat.All.Select(f => new Choice(f.Name, f.Title))];
    public static readonly ImmutableArray<Choice> Consents =
    [
        new($"{ConsentScope.Archiving}", "Archiving"), new($"{ConsentScope.Linkage}", "Linkage"), new($"{ConsentScope.CaseFile}", "Case file"), new($"{ConsentScope.Teacher}", "Teacher"),
        new($"{ConsentScope.ChildInterview}", "Child's interview"), new($"{ConsentScope.Interview}", "Interview"),
    ];
    public static readonly ImmutableArray<Choice> Versions = [new("merged", "Merged: one column through all versions"), new("apart", "Apart: as recorded")];
    public static readonly ImmutableArray<Choice> Cells = [new("codes", "Codes"), new("labels", "Labels, in CSV, TSV, JSON lines and Excel")];
    public static readonly ImmutableArray<Choice> Ids = [new("study", "The study's own"), new("pseudonyms", "Pseudonyms of this release")];
    public static readonly ImmutableArray<Choice> Profiles = [new("", "None"), new("archive", "Archive: for deposit")];
    public static readonly ImmutableArray<Choice> Respondents = [new("all", "All"), new("only", "Only those interviewed at some wave"), new("none", "Only those never interviewed")];
    public static readonly ImmutableArray<Choice> Erased = [new("refuse", "Refuse, and say of whom"), new("left-out", "Leave out what was erased")];
    public static readonly ImmutableArray<Choice> Dates = [new("exact", "As they are"), new("shifted", "Shifted: all dates of a family by the same number of days"), new("intervals", "Days since the family was sampled")];

    public static IEnumerable<Choice> Datasets(StudyFrame frame) => DatasetCatalog.Of(frame).All.OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Shape)
        .Select(d => new Choice($"{d.Name} {d.Shape.ToString().ToLowerInvariant()}", $"{d.Title} ({d.Name}, {d.Shape.ToString().ToLowerInvariant()})"));

    public static IEnumerable<Choice> Waves(StudyFrame frame) => frame.Design.Waves.Select(w => new Choice(w.Code.Text, w.Name));
}
