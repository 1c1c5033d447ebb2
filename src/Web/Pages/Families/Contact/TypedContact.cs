using System.Collections.Immutable;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.Contact;

/// <summary>Contact details as typed; several lines or numbers stand on lines of their own.</summary>
public sealed class TypedContact
{
    /// <summary>The rule's fields and where they stand on the page.</summary>
    public static readonly (string Rule, string Page)[] Fields =
    [
        ("name", "Typed.Name"), ("address", "Typed.Address"), ("phones", "Typed.Phones"), ("email", "Typed.Email"), ("birthDate", "Typed.Born"),
        ("unsafeNumbers", "Typed.UnsafeNumbers"), ("safeTimes", "Typed.SafeTimes"), ("hours", "Typed.Hours"), .. TypedStable.Fields,
    ];

    public static readonly IReadOnlyList<Choice> Bars =
        [new("call", "Do not call"), new("text", "Do not text"), new("letters", "No letters"), new("messages", "Leave no messages"), new("email", "Do not e-mail"), new("visit", "Do not visit")];

    public string Name { get; set; } = "";

    public string Address { get; set; } = "";

    public string Postcode { get; set; } = "";

    public string Phones { get; set; } = "";

    public string Email { get; set; } = "";

    public TypedDate Born { get; set; } = new();

    public List<TypedStable> Stable { get; set; } = TypedStable.Of(null);

    public List<string> Barred { get; set; } = [];

    public string UnsafeNumbers { get; set; } = "";

    public string SafeTimes { get; set; } = "";

    public string Hours { get; set; } = "";

    public string CodeWord { get; set; } = "";

    public static TypedContact Of(ContactCard card) => new()
    {
        Name = card.Details?.Name ?? "",
        Address = string.Join('\n', card.Details?.AddressLines ?? []),
        Postcode = card.Details?.Postcode ?? "",
        Phones = string.Join('\n', card.Details?.Phones ?? []),
        Email = card.Details?.Email ?? "",
        Born = card.Details?.BirthDate is { } born ? TypedDate.Of(born) : new(),
        Stable = TypedStable.Of(card.Details?.Stable),
        Barred = BarredBy(card.Safety),
        UnsafeNumbers = string.Join('\n', card.Safety.UnsafeNumbers),
        SafeTimes = card.Safety.SafeTimes,
        Hours = string.Join('\n', card.Safety.Hours),
        CodeWord = card.Safety.CodeWord,
    };

    public (ContactDetails Details, SafeContact Safety) Read(TypedFields typed)
    {
        var hours = Lines(Hours).Select(SafeHours.Read).ToList();
        if (hours.Contains(null)) typed.Fault("Typed.Hours", SafetyRefusals.HoursUnreadable.Sentence);
        DateOnly? born = Born.IsEmpty ? null : typed.Read(Born.Read("Typed.Born", "birth date"));
        return (
            new(Name.Trim()) { AddressLines = Lines(Address), Postcode = Postcode.Trim(), Phones = Lines(Phones), Email = Email.Trim(), BirthDate = born, Stable = TypedStable.Read(Stable) },
            new()
            {
                DoNotCall = Barred.Contains("call"),
                DoNotText = Barred.Contains("text"),
                NoLetters = Barred.Contains("letters"),
                NoMessages = Barred.Contains("messages"),
                DoNotVisit = Barred.Contains("visit"),
                DoNotEmail = Barred.Contains("email"),
                UnsafeNumbers = Lines(UnsafeNumbers),
                SafeTimes = SafeTimes.Trim(),
                Hours = [.. hours.OfType<SafeHours>()],
                CodeWord = CodeWord.Trim(),
            });
    }

    /// <summary>What must not be done, in the words of the page.</summary>
    public static IEnumerable<string> BarWords(SafeContact safety) => Bars.Where(b => BarredBy(safety).Contains(b.Value)).Select(b => b.Label);

    private static List<string> BarredBy(SafeContact s) =>
        [.. new[] { (s.DoNotCall, "call"), (s.DoNotText, "text"), (s.NoLetters, "letters"), (s.NoMessages, "messages"), (s.DoNotEmail, "email"), (s.DoNotVisit, "visit") }.Where(b => b.Item1).Select(b => b.Item2)];

    internal static ImmutableArray<string> Lines(string text) => [.. text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
