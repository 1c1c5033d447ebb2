namespace SosLongitudinal.Study.Kernel;

/// <summary>
/// Crockford base 32 with a Luhn mod 32 check character: finds every single wrong character and most swaps of neighbours.
/// I and L read as 1, O as 0, lower case as upper; U is not in the alphabet.
/// </summary>
public static class CheckCharacter
{
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The check character over the base-32 characters of <paramref name="text"/>; other characters (hyphens) do not count.</summary>
    public static char Of(ReadOnlySpan<char> text)
    {
        var sum = 0;
        var doubled = true;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var value = Value(text[i]);
            if (value < 0) continue;
            var addend = doubled ? value * 2 : value;
            sum += addend / 32 + addend % 32;
            doubled = !doubled;
        }
        return Alphabet[(32 - sum % 32) % 32];
    }

    public static int Value(char c) => c switch
    {
        'I' or 'i' or 'L' or 'l' => 1,
        'O' or 'o' => 0,
        _ => Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal),
    };

    /// <summary>Upper case, with look-alikes read as the character they stand for; <c>null</c> where a character is none of the alphabet.</summary>
    public static string? Normalise(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var value = Value(text[i]);
            if (value < 0) return null;
            buffer[i] = Alphabet[value];
        }
        return new string(buffer);
    }
}
