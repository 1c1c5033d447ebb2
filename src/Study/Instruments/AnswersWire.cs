using System.Runtime.InteropServices;
using Orleans;

namespace SosLongitudinal.Study.Instruments;

/// <summary>How answers travel between silos: names joined by line breaks (interned again on arrival), codes as little-endian bytes.</summary>
[GenerateSerializer, Immutable, Alias("sos.answers")]
public struct AnswersWire
{
    [Id(0)] public string Names;
    [Id(1)] public byte[] Dense;
    [Id(2)] public AnswerExtra[]? Extras;
}

[RegisterConverter]
public sealed class AnswersWireConverter : IConverter<Answers, AnswersWire>
{
    public Answers ConvertFromSurrogate(in AnswersWire wire) =>
        new(AnswerShape.OfJoined(wire.Names), MemoryMarshal.Cast<byte, short>(wire.Dense).ToArray(), wire.Extras);

    public AnswersWire ConvertToSurrogate(in Answers answers) => new()
    {
        Names = answers.Shape.Joined,
        Dense = MemoryMarshal.AsBytes(answers.Dense).ToArray(),
        Extras = answers.Extras.IsEmpty ? null : answers.Extras.ToArray(),
    };
}
