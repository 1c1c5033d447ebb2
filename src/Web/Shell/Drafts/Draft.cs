namespace SosLongitudinal.Web.Shell.Drafts;

/// <summary>A form as far as it was typed, under the operation id that it will be sent with.</summary>
/// <param name="Href">The page's address in this site.</param>
/// <param name="Title">What a person knows it by.</param>
/// <param name="Fields">Names and values, in the order of the form.</param>
/// <param name="TypedAt">By the browser's clock: of two the later one counts.</param>
public sealed record Draft(string Operation, string Href, string Title, IReadOnlyList<DraftField> Fields, DateTimeOffset TypedAt)
{
    public bool IsOwnAddress => Href.StartsWith('/') && !Href.StartsWith("//", StringComparison.Ordinal) && !Href.Contains('\\', StringComparison.Ordinal);

    /// <summary>Where one goes on with it.</summary>
    public string GoOn => $"{Href}{(Href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}draft={Uri.EscapeDataString(Operation)}";

    /// <summary>Whether it was typed on this page.</summary>
    public bool IsAt(PathString page) => Href.Split('?')[0].Equals(page.Value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One field as a form sends it.</summary>
public sealed record DraftField(string Name, string Value);
