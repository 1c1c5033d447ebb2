using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>One form of one wave as the grid shows it: its status in words, and what can be done about it.</summary>
public sealed record FormCell(InstrumentDefinition Instrument, Party Subject, Party? Respondent, string Words, Tone Tone, FormPlace? Filled, bool Wanted);

/// <summary>One line of the grid: an instrument, whatever its age form, about one subject; a cell for each wave (<c>null</c>: nothing there).</summary>
public sealed record FormLine(string Title, string About, ImmutableArray<FormCell?> Cells);

/// <summary>Forms by wave and instrument: what the design asks for, and what came in besides.</summary>
public static class FormGrid
{
    public static ImmutableArray<FormLine> Of(StudyFrame frame, FamilyState family, ImmutableArray<DueTrack> due)
    {
        var cells = due.SelectMany(t => t.Forms.Select(f => (t.Wave, Cell: Asked(frame, family, t, f)))).ToList();
        cells.AddRange(family.Forms
            .Where(f => !cells.Exists(c => c.Cell.Filled == f.Place) && frame.Shelf.Find(f.Place.Instrument) is not null)
            .Select(f => (f.Place.Wave, Filled(frame.Shelf[f.Place.Instrument], f))));
        return [.. cells.GroupBy(c => LineKey(c.Cell))
            .OrderBy(g => g.First().Cell.Instrument.Track) // within a track in the schedule's own order
            .Select(g => new FormLine(TitleOf(g.First().Cell.Instrument), g.Key.Subject.Words(family),
                [.. frame.Design.Waves.Select(w => g.Where(c => c.Wave == w.Code).OrderByDescending(c => c.Cell.Filled is not null).Select(c => c.Cell).FirstOrDefault())]))];
    }

    private static (string Group, string Prefix, Party Subject) LineKey(FormCell cell) =>
        (cell.Instrument.Group ?? cell.Instrument.Id.ToString(), cell.Instrument.Prefix, cell.Subject);

    private static FormCell Asked(StudyFrame frame, FamilyState family, DueTrack track, DueForm form)
    {
        var instrument = frame.Shelf[form.Instrument];
        if (form.Done) return Filled(instrument, family.Forms.First(f => f.Place.Wave == track.Wave && f.Place.Instrument == form.Instrument && f.Place.Subject == form.Subject));
        if (form.NotAchieved is { } reason) return new(instrument, form.Subject, form.Respondent, $"Not achieved: {reason.Words().ToLowerInvariant()}", Tone.Neutral, null, true);
        var state = track.State is DueState.Achieved or DueState.Part ? DueState.Open : track.State;
        return new(instrument, form.Subject, form.Respondent, state == DueState.Lost ? $"{track.Track.Words()} lost" : state.Words(), state.Tone(), null, state is not (DueState.NotDue or DueState.NotOpen));
    }

    private static FormCell Filled(InstrumentDefinition instrument, Form form) =>
        new(instrument, form.Place.Subject, form.Place.Respondent, form.Flags.Any(FormFlags.NeedsReason) ? "Entered, flagged" : "Entered", Tone.Good, form.Place, true);

    /// <summary>The title without the ages: a child grows from one age form into the next on the same line.</summary>
    public static string TitleOf(InstrumentDefinition instrument) =>
        instrument.Group is null ? instrument.Title : instrument.Group == "sdq" ? $"SDQ, {(instrument.Prefix switch { "t" => "teacher", "s" => "self", _ => "parent" })}" : instrument.Title;
}
