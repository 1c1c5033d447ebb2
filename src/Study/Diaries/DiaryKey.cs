using System.Globalization;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>A room in which a family can be met, such as <c>ashmere-1</c>: a short chosen code that names no address.</summary>
[GenerateSerializer, Immutable, Alias("sos.room-code")]
[JsonConverter(typeof(TextValueConverter<RoomCode>))]
public readonly record struct RoomCode([property: Id(0)] string Text) : IParsable<RoomCode>
{
    public override string ToString() => Text ?? "";
    public static bool TryParse(string? text, IFormatProvider? provider, out RoomCode code) { var fits = CodeText.IsOne(text); code = fits ? new(Intern.Text(text!)) : default; return fits; }
    public static RoomCode Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var c) ? c : throw new FormatException($"'{text}' is not a room code.");
}

public enum OwnerKind { Person = 0, Room = 1 }

/// <summary>Whose diary it is: <c>person~alice@example.org</c> or <c>room~ashmere-1</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.diary-owner")]
public readonly record struct DiaryOwner([property: Id(0)] OwnerKind Kind, [property: Id(1)] string Name)
{
    public static DiaryOwner Person(string account) => new(OwnerKind.Person, account);
    public static DiaryOwner Room(RoomCode room) => new(OwnerKind.Room, room.Text);

    public override string ToString() => $"{(Kind == OwnerKind.Person ? "person" : "room")}~{Name}";
}

/// <summary>A month of local dates, <c>2026-03</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.diary-month")]
[JsonConverter(typeof(TextValueConverter<DiaryMonth>))]
public readonly record struct DiaryMonth([property: Id(0)] int Year, [property: Id(1)] int Month) : IParsable<DiaryMonth>, IComparable<DiaryMonth>
{
    public static DiaryMonth Of(DateOnly day) => new(day.Year, day.Month);

    public DiaryMonth Next => Month == 12 ? new(Year + 1, 1) : new(Year, Month + 1);

    public int CompareTo(DiaryMonth other) => (Year, Month).CompareTo((other.Year, other.Month));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");

    public static bool TryParse(string? text, IFormatProvider? provider, out DiaryMonth month)
    {
        month = default;
        if (!PartialDate.TryParse(text, provider, out var date) || date.Month == 0 || date.IsDay) return false;
        month = new(date.Year, date.Month);
        return true;
    }

    public static DiaryMonth Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var month) ? month : throw new FormatException($"'{text}' is not a year and month.");
}

/// <summary>One diary: whose, and of which month. As text <c>person~alice@example.org~2026-03</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.diary-key")]
public readonly record struct DiaryKey([property: Id(0)] DiaryOwner Owner, [property: Id(1)] DiaryMonth Month)
{
    public override string ToString() => $"{Owner}~{Month}";

    public static DiaryKey Parse(string text)
    {
        var (kind, month) = (text.IndexOf('~', StringComparison.Ordinal), text.LastIndexOf('~'));
        if (kind <= 0 || month <= kind + 1) throw new FormatException($"'{text}' is not the key of a diary.");
        var owner = text[..kind] switch { "person" => OwnerKind.Person, "room" => OwnerKind.Room, _ => throw new FormatException($"'{text}' is not the key of a diary.") };
        return new(new(owner, text[(kind + 1)..month]), DiaryMonth.Parse(text[(month + 1)..]));
    }
}
