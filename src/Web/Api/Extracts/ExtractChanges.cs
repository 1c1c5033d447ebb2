using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>
/// What changed since a cursor. A cursor holds an instant and the version of the study's frame: where design, sites, workers or instruments changed, any row may read
/// otherwise, and all are sent. What changes by the calendar alone, such as whether a window is over, comes with the family's next change.
/// </summary>
/// <param name="Changes"><c>null</c>: all rows count as changed.</param>
internal sealed record ExtractChanges(string Next, ImmutableArray<FamilyChange>? Changes)
{
    private const char Between = '-';

    /// <summary>The families whose rows are sent; <c>null</c>: all.</summary>
    public ImmutableArray<FamilyId>? Families => Changes is { } changes ? [.. changes.Where(c => c.Change != FamilyChangeKind.Gone).Select(c => c.Family)] : null;

    public static async Task<Decision<ExtractChanges>> Since(string cursor, StudyFrame frame, Person person, FamilyRegisters registers, TimeProvider clock)
    {
        var next = string.Create(CultureInfo.InvariantCulture, $"{registers.SettledBy(clock.GetUtcNow()).ToUnixTimeMilliseconds()}{Between}{frame.Version}");
        if (cursor.Length == 0) return new ExtractChanges(next, null);
        if (cursor.Split(Between) is not [var at, var version] || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var instant) || instant > 253_402_300_799_999
            || !long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) return ExtractRefusals.Since;
        return new ExtractChanges(next, seen == frame.Version ? await registers.ChangedSince(DateTimeOffset.FromUnixTimeMilliseconds(instant), person.Scope()) : null);
    }

    public Dictionary<string, string> Headers() => new()
    {
        ["Sos-Next"] = Next,
        ["Sos-Changed"] = Changes is { } changes ? Text(changes.Count(c => c.Change != FamilyChangeKind.Gone)) : "all",
        ["Sos-Gone"] = Text(Changes?.Count(c => c.Change == FamilyChangeKind.Gone) ?? 0),
    };

    public ExtractChangesView View() => new(Next, Changes is null, Changes ?? []);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What somebody who keeps a copy has to do: drop the rows of every family named, then put in those that the extract with the same cursor gives.</summary>
/// <param name="Next">The cursor to send the next time.</param>
/// <param name="All">Whether every row may have changed: drop all.</param>
internal sealed record ExtractChangesView(string Next, bool All, ImmutableArray<FamilyChange> Families);
