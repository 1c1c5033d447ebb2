using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>Sentences of a codebook.</summary>
public static class CodebookWords
{
    public static string Missing(Codebook book) => book.Choice switch
    {
        { Format.Name: "sav" or "zsav" } => $"Numbers and dates hold a code of the frame '{book.Choice.Codes.Name}' where there is no value, declared as user-missing. A blank text is declared missing; why it is blank stands in the status columns.",
        { Format.Name: "dta" } => $"Numbers and dates hold .a, .b and so on where there is no value, for the reasons listed (frame '{book.Choice.Codes.Name}'). A text is empty where there is none; why stands in the status columns.",
        { Missing: MissingStyle.Codes } => $"A code of the frame '{book.Choice.Codes.Name}' stands where there is no value: {string.Join(", ", book.Choice.Codes.All.Select(c => $"{c.Code} {c.Label}"))}.",
        { Missing: MissingStyle.Words } => "The reason's name stands where there is no value.",
        _ => "Nothing stands where there is no value; why stands in the status columns.",
    };

    public static string Of(ShorteningEntry entry) => entry.What switch
    {
        Shortened.Name => $"Name {entry.Full} stands as {entry.Written} ({entry.Limit}).",
        Shortened.Label => $"Label of {entry.Column} stands as '{entry.Written}'; in full: '{entry.Full}' ({entry.Limit}).",
        Shortened.ValueLabel => $"Label of a value of {entry.Column} stands as '{entry.Written}'; in full: '{entry.Full}' ({entry.Limit}).",
        Shortened.Title => $"The title stands as '{entry.Written}'; in full: '{entry.Full}' ({entry.Limit}).",
        _ => $"{entry.Column}: {entry.Full} stand as {entry.Written} ({entry.Limit}).",
    };
}
