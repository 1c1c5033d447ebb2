using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Web.Api.Instruments;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments.Import;

/// <summary>How the page says what became of a file.</summary>
public static class ImportWords
{
    /// <summary>A closed list's case as a person reads it: Case record.</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var words = InstrumentTerms.Word(value).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Of(NoteKind kind) => kind switch
    {
        NoteKind.Error => "To put right",
        NoteKind.NotTaken => "Not taken",
        _ => "Changed",
    };

    public static Tone ToneOf(NoteKind kind) => kind switch
    {
        NoteKind.Error => Tone.Bad,
        NoteKind.NotTaken => Tone.Attention,
        _ => Tone.Neutral,
    };
}
