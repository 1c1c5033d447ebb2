using System.Text;
using System.Text.Json;

namespace SosLongitudinal.Study.Kernel;

/// <summary>
/// Values that this thread read of late, by their UTF-8 text. The ids and codes of one record stand in it many times: what was read once is neither made into a text nor
/// checked again. A place is taken by whatever was read last.
/// </summary>
internal static class ReadTexts<T>
{
    private const int Places = 512; // a power of two
    private const int Longest = 48;

    [ThreadStatic] private static (byte[] Text, T Value)[]? read;

    public static T Of(ref Utf8JsonReader reader, Func<string, T> parse)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest) return parse(reader.GetString()!);
        var text = reader.ValueSpan;
        read ??= new (byte[], T)[Places];
        ref var place = ref read[PlaceOf(text)];
        if (place.Text is { } same && text.SequenceEqual(same)) return place.Value;
        var value = parse(Encoding.UTF8.GetString(text));
        place = (text.ToArray(), value);
        return value;
    }

    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var b in text) hash = (hash ^ b) * 16777619u;
        return (int)((hash ^ (hash >> 15)) & (Places - 1));
    }
}
