using System.Collections.Concurrent;

namespace SosLongitudinal.Study.Kernel;

/// <summary>One instance of each often repeated short text (actors, kinds, item names), so that 100,000 families fit in memory.</summary>
public static class Intern
{
    private const int Most = 65_536;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Text(string text) => Known.Count >= Most && !Known.ContainsKey(text) ? text : Known.GetOrAdd(text, text);
}
