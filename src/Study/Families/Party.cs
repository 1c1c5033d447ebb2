using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>
/// Whom a form is about or from: a member of the family, the <c>family</c> as a whole, its <c>case-file</c> (read by a coder), or <c>unnamed</c>: nobody is
/// named yet who could answer, which only a form that is not achieved can say.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.party")]
[JsonConverter(typeof(TextValueConverter<Party>))]
public readonly record struct Party : IParsable<Party>
{
    [Id(0)] private readonly string? text;

    private Party(string text) => this.text = text;

    public static Party Family { get; } = new("family");

    public static Party CaseFile { get; } = new("case-file");

    public static Party Unnamed { get; } = new("unnamed");

    public static implicit operator Party(MemberId member) => new(member.ToString());

    public MemberId? Member => MemberId.TryParse(text, null, out var id) ? id : null;

    public bool IsMember => text is not (null or "family" or "case-file" or "unnamed");

    public override string ToString() => text ?? "";

    public static bool TryParse(string? text, IFormatProvider? provider, out Party party)
    {
        party = text switch
        {
            "family" => Family,
            "case-file" => CaseFile,
            "unnamed" => Unnamed,
            _ => MemberId.TryParse(text, provider, out var member) ? member : default(Party),
        };
        return party != default;
    }

    public static Party Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var party) ? party : throw new FormatException($"'{text}' is not a member id, 'family', 'case-file' or 'unnamed'.");
}
