using System.Collections.Immutable;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.Contact;

/// <summary>Somebody who would know where a member is, as typed; with all fields empty it is nobody.</summary>
public sealed class TypedStable
{
    public static readonly ImmutableArray<string> Ordinals = ["First", "Second", "Third"];

    public static readonly IEnumerable<(string Rule, string Page)> Fields =
    [
        .. from i in Enumerable.Range(0, StableContacts.Most)
           from field in new[] { "Name", "Relation", "Phone", "Address", "Email" }
           select ($"stable[{i}].{char.ToLowerInvariant(field[0])}{field[1..]}", $"Typed.Stable[{i}].{field}"),
    ];

    public static readonly IEnumerable<Choice> Telling = Choices.Of<MayHear>(Words);

    public string Name { get; set; } = "";

    public string Relation { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Address { get; set; } = "";

    public string Email { get; set; } = "";

    public MayHear MayHear { get; set; }

    public bool IsEmpty => Name.Length + Relation.Length + Phone.Length + Address.Length + Email.Length == 0;

    public static string Words(MayHear may) => may == MayHear.StudyName ? "May be told what the study is called" : "Only the caller's name, nothing of a study";

    /// <summary>Always as many lines as there may be people.</summary>
    public static List<TypedStable> Of(ImmutableArray<StableContact>? people) =>
        [.. Enumerable.Range(0, StableContacts.Most).Select(i => i < people?.Length ? Of(people.Value[i]) : new TypedStable())];

    /// <summary>Those of whom anything is typed. One left out in between moves up.</summary>
    public static ImmutableArray<StableContact>? Read(IEnumerable<TypedStable> typed) =>
        typed.Where(t => !t.IsEmpty).Select(t => t.Read()).ToImmutableArray() is { IsEmpty: false } people ? people : null;

    private static TypedStable Of(StableContact p) =>
        new() { Name = p.Name, Relation = p.Relation, Phone = p.Phone, Address = string.Join('\n', p.AddressLines), Email = p.Email, MayHear = p.MayHear };

    private StableContact Read() => new(Name.Trim(), Relation.Trim()) { Phone = Phone.Trim(), AddressLines = TypedContact.Lines(Address), Email = Email.Trim(), MayHear = MayHear };
}
