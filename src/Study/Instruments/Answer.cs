using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>
/// One answer. Made through <see cref="Of(decimal)"/> and its siblings an answer has one form: a whole number is a code,
/// a text in the form of an ISO date is a date, codes are in rising order. The item's type says how it is meant.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.answer"), JsonConverter(typeof(AnswerJson))]
public abstract record Answer
{
    private Answer() { }

    [GenerateSerializer, Immutable, Alias("sos.answer.code")]
    public sealed record Code([property: Id(0)] int Value) : Answer;

    [GenerateSerializer, Immutable, Alias("sos.answer.number")]
    public sealed record Number([property: Id(0)] decimal Value) : Answer;

    [GenerateSerializer, Immutable, Alias("sos.answer.text")]
    public sealed record Text([property: Id(0)] string Value) : Answer;

    [GenerateSerializer, Immutable, Alias("sos.answer.date")]
    public sealed record Date([property: Id(0)] DateOnly Value) : Answer;

    [GenerateSerializer, Immutable, Alias("sos.answer.codes")]
    public sealed record Codes([property: Id(0)] ImmutableArray<int> Values) : Answer
    {
        public bool Equals(Codes? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());
        public override int GetHashCode() => Values.Aggregate(Values.Length, HashCode.Combine);
    }

    [GenerateSerializer, Immutable, Alias("sos.answer.missing")]
    public sealed record Missing([property: Id(0)] MissingReason Reason) : Answer;

    public static Answer Of(int value) => new Code(value);

    public static Answer Of(decimal value) =>
        value == decimal.Truncate(value) && value is >= int.MinValue and <= int.MaxValue ? new Code((int)value) : new Number(value / 1.000000000000000000000000000m);

    public static Answer Of(string text) =>
        text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new Date(date) : new Text(text);

    public static Answer Of(DateOnly date) => new Date(date);

    public static Answer Of(IEnumerable<int> codes) => new Codes([.. codes.Distinct().Order()]);

    public static Answer Of(MissingReason reason) => new Missing(reason);

    public T Match<T>(
        Func<Code, T> code, Func<Number, T> number, Func<Text, T> text, Func<Date, T> date, Func<Codes, T> codes, Func<Missing, T> missing) => this switch
    {
        Code a => code(a),
        Number a => number(a),
        Text a => text(a),
        Date a => date(a),
        Codes a => codes(a),
        Missing a => missing(a),
        _ => throw new UnreachableException(),
    };

    /// <summary>As a CSV cell or a keyed field holds it: <c>2</c>, <c>2.5</c>, <c>2016-03-01</c>, <c>1 3</c>; a missing one by its stored name.</summary>
    public string AsText() => Match(
        a => a.Value.ToString(CultureInfo.InvariantCulture),
        a => a.Value.ToString(CultureInfo.InvariantCulture),
        a => a.Value,
        a => a.Value.ToString("O", CultureInfo.InvariantCulture),
        a => string.Join(' ', a.Values.Select(v => v.ToString(CultureInfo.InvariantCulture))),
        a => a.Reason.Name());

    /// <summary>As a sentence says it.</summary>
    internal string Said() => this is Date day ? DayWords.Of(day.Value) : AsText();

    /// <summary>The same answer in its one form.</summary>
    internal Answer Normal() => Match(a => a, a => Of(a.Value), a => Of(a.Value), a => a, a => Of(a.Values), a => (Answer)a);
}
