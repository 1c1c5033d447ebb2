using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>
/// What changed since a cursor. A cursor holds an instant and a print of what rows are read by besides the families: where design, sites, workers, instruments or the
/// product changed, any row may read otherwise, and all are sent. Both follow from the records, so that a restart sends nothing again. What changes by the calendar
/// alone, such as whether a window is over, comes with the family's next change.
/// </summary>
/// <param name="Changes"><c>null</c>: all rows count as changed.</param>
internal sealed record ExtractChanges(string Next, ImmutableArray<FamilyChange>? Changes)
{
    private const char Between = '-';

    /// <summary>Why all rows count as changed: <c>first</c>, or the parts of the study that did; none where only some families changed.</summary>
    public ImmutableArray<string> Because { get; init; } = [];

    /// <summary>The families whose rows are sent; <c>null</c>: all.</summary>
    public ImmutableArray<FamilyId>? Families => Changes is { } changes ? [.. changes.Where(c => c.Change != FamilyChangeKind.Gone).Select(c => c.Family)] : null;

    public static async Task<Decision<ExtractChanges>> Since(string cursor, StudyFrame frame, Person person, FamilyRegisters registers, TimeProvider clock)
    {
        var print = FramePrint.Of(frame);
        var next = string.Create(CultureInfo.InvariantCulture, $"{registers.SettledBy(clock.GetUtcNow()).ToUnixTimeMilliseconds()}{Between}{print}");
        if (cursor.Length == 0) return new ExtractChanges(next, null) { Because = ["first"] };
        if (cursor.Split(Between) is not [var at, { Length: > 0 } seen] || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var instant) || instant > 253_402_300_799_999
            || !seen.All(c => char.IsAsciiHexDigitLower(c) || c == '.')) return ExtractRefusals.Since;
        var because = FramePrint.Changed(seen, print);
        return new ExtractChanges(next, because.IsEmpty ? await registers.ChangedSince(DateTimeOffset.FromUnixTimeMilliseconds(instant), person.Scope()) : null) { Because = because };
    }

    public Dictionary<string, string> Headers()
    {
        var headers = new Dictionary<string, string>
        {
            ["Sos-Next"] = Next,
            ["Sos-Changed"] = Changes is { } changes ? Text(changes.Count(c => c.Change != FamilyChangeKind.Gone)) : "all",
            ["Sos-Gone"] = Text(Changes?.Count(c => c.Change == FamilyChangeKind.Gone) ?? 0),
        };
        if (!Because.IsEmpty) headers["Sos-Because"] = string.Join(", ", Because);
        return headers;
    }

    public ExtractChangesView View() => new(Next, Changes is null, Because, Changes ?? []);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What somebody who keeps a copy has to do: drop the rows of every family named, then put in those that the extract with the same cursor gives.</summary>
/// <param name="Next">The cursor to send the next time.</param>
/// <param name="All">Whether every row may have changed: drop all.</param>
/// <param name="Because">Why all: <c>first</c>, <c>design</c>, <c>sites</c>, <c>workers</c>, <c>instruments</c>, <c>product</c>.</param>
internal sealed record ExtractChangesView(string Next, bool All, ImmutableArray<string> Because, ImmutableArray<FamilyChange> Families);
