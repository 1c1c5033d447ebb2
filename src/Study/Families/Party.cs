using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>
/// Whom a form is about or from: a member of the family, the <c>family</c> as a whole, or its <c>case-file</c> (read by a coder).
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.party")]
[JsonConverter(typeof(TextValueConverter<Party>))]
public readonly record struct Party : IParsable<Party>
{
    [Id(0)] private readonly string? text;

    private Party(string text) => this.text = text;

    public static Party Family { get; } = new("family");

    public static Party CaseFile { get; } = new("case-file");

    public static implicit operator Party(MemberId member) => new(member.ToString());

    public MemberId? Member => MemberId.TryParse(text, null, out var id) ? id : null;

    public bool IsMember => text is not (null or "family" or "case-file");

    public override string ToString() => text ?? "";

    public static bool TryParse(string? text, IFormatProvider? provider, out Party party)
    {
        if (text == "family" || text == "case-file") { party = text == "family" ? Family : CaseFile; return true; }
        party = default;
        if (!MemberId.TryParse(text, provider, out var member)) return false;
        party = member;
        return true;
    }

    public static Party Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var party) ? party : throw new FormatException($"'{text}' is not a member id, 'family' or 'case-file'.");
}
