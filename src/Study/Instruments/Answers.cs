using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>
/// All answers of one form: shared item names, two bytes an answer, and whatever does not fit in two bytes beside them.
/// Equal where names, order and answers are equal.
/// </summary>
[Immutable, JsonConverter(typeof(AnswersJson))]
public sealed class Answers : IEquatable<Answers>
{
    private readonly short[] dense;
    private readonly AnswerExtra[]? extras;

    internal Answers(AnswerShape shape, short[] dense, AnswerExtra[]? extras)
    {
        Shape = shape;
        this.dense = dense;
        this.extras = extras;
    }

    public static Answers None { get; } = new(AnswerShape.Empty, [], null);

    public AnswerShape Shape { get; }

    public int Count => dense.Length;

    /// <summary>One <see cref="DenseCode"/> per item in the order of the shape.</summary>
    public ReadOnlySpan<short> Dense => dense;

    internal ReadOnlySpan<AnswerExtra> Extras => extras;

    /// <summary>The answer to an item; "not in this version" where the form has no such item.</summary>
    public Answer this[string name] => Shape.IndexOf(name) is >= 0 and var index ? At(index) : Answer.Of(MissingReason.NotInVersion);

    public static Answers Of(params IEnumerable<(string Name, Answer Answer)> answers)
    {
        var all = answers.ToList();
        return Of(AnswerShape.Of(all.Select(a => a.Name)), [.. all.Select(a => a.Answer)]);
    }

    /// <param name="answers">One for each name of the shape, in its order.</param>
    public static Answers Of(AnswerShape shape, IReadOnlyList<Answer> answers)
    {
        if (answers.Count != shape.Count) throw new ArgumentException("There is not one answer for each item.", nameof(answers));
        var dense = new short[shape.Count];
        List<AnswerExtra>? extras = null;
        for (var i = 0; i < dense.Length; i++) dense[i] = Pack(i, answers[i].Normal(), ref extras);
        return new(shape, dense, extras?.ToArray());
    }

    /// <param name="codes">One <see cref="DenseCode"/> for each name of the shape, none of them <see cref="DenseCode.Extra"/>.</param>
    public static Answers OfDense(AnswerShape shape, ReadOnlySpan<short> codes) => codes.Length == shape.Count && !codes.Contains(DenseCode.Extra)
        ? new(shape, codes.ToArray(), null)
        : throw new ArgumentException("There is not one code for each item.", nameof(codes));

    public Answer At(int index) => dense[index] switch
    {
        DenseCode.Extra => ExtraAt(index),
        var code when DenseCode.IsCode(code) => Answer.Of((int)code),
        var missing => Answer.Of(DenseCode.ReasonOf(missing)),
    };

    /// <summary>The code or whole number at an index, without allocating.</summary>
    public bool TryCode(int index, out int code)
    {
        code = dense[index];
        if (DenseCode.IsCode(dense[index])) return true;
        if (dense[index] != DenseCode.Extra || ExtraAt(index) is not Answer.Code large) return false;
        code = large.Value;
        return true;
    }

    public bool TryCode(string name, out int code)
    {
        code = 0;
        return Shape.IndexOf(name) is >= 0 and var index && TryCode(index, out code);
    }

    /// <summary>The number at an index, whole or not.</summary>
    public bool TryNumber(int index, out decimal number)
    {
        number = TryCode(index, out var code) ? code : dense[index] == DenseCode.Extra && ExtraAt(index) is Answer.Number n ? n.Value : decimal.MinValue;
        return number != decimal.MinValue;
    }

    /// <summary>Why there is no answer at an index; <c>null</c> where there is one.</summary>
    public MissingReason? MissingAt(int index) => DenseCode.IsMissing(dense[index]) ? DenseCode.ReasonOf(dense[index]) : null;

    /// <summary>The same answers with one of them replaced.</summary>
    public Answers With(string name, Answer answer)
    {
        if (Shape.IndexOf(name) is not (>= 0 and var at)) throw new ArgumentException($"The form has no item '{name}'.", nameof(name));
        return Of(Shape, [.. Enumerable.Range(0, Count).Select(i => i == at ? answer : At(i))]);
    }

    public IEnumerable<(string Name, Answer Answer)> All() => Shape.Names.Select((name, index) => (name, At(index)));

    public bool Equals(Answers? other) => other is not null && (ReferenceEquals(this, other)
        || (Shape.SameAs(other.Shape) && Dense.SequenceEqual(other.dense) && Extras.SequenceEqual(other.extras)));

    public override bool Equals(object? obj) => Equals(obj as Answers);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Dense));
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", All().Select(a => $"{a.Name}={a.Answer}"));

    /// <summary>The two bytes of an answer in its one form; what does not fit goes to the extras.</summary>
    internal static short Pack(int index, Answer answer, ref List<AnswerExtra>? extras)
    {
        switch (answer)
        {
            case Answer.Code { Value: var code } when DenseCode.Fits(code): return (short)code;
            case Answer.Missing { Reason: var reason }: return DenseCode.Of(reason);
            default:
                (extras ??= []).Add(new(index, answer));
                return DenseCode.Extra;
        }
    }

    private Answer ExtraAt(int index)
    {
        foreach (var extra in Extras)
        {
            if (extra.Index == index) return extra.Answer;
        }
        throw new LedgerException($"An answer of '{Shape.Names[index]}' is not with its form.");
    }
}

/// <summary>An answer that does not fit in two bytes, and the place of its item.</summary>
[GenerateSerializer, Immutable, Alias("sos.answer-extra")]
public sealed record AnswerExtra([property: Id(0)] int Index, [property: Id(1)] Answer Answer);
