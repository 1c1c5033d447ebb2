using System.Globalization;
using System.Text;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Extracts.Sav;

/// <summary>A note broken into lines of so many bytes, at spaces where there are any; nothing is lost but the spaces at which it breaks.</summary>
internal static class SavLines
{
    public const int Width = 80;

    public static IEnumerable<string> Of(string note)
    {
        var line = new StringBuilder();
        foreach (var word in TextCut.Tidy(note).Split(' '))
        {
            if (line.Length > 0 && Encoding.UTF8.GetByteCount($"{line} {word}") > Width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            for (var elements = StringInfo.GetTextElementEnumerator(word); elements.MoveNext();)
            {
                var next = elements.GetTextElement();
                if (Encoding.UTF8.GetByteCount($"{line}{next}") > Width)
                {
                    yield return line.ToString();
                    line.Clear();
                }
                line.Append(next);
            }
        }
        if (line.Length > 0) yield return line.ToString();
    }
}
