using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>
/// Somebody who is invited: a social worker by id, a member of a family by id, or the holder of a post by the post's code (<c>post~team-manager-north</c>).
/// Never a name.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.invitee")]
[JsonConverter(typeof(TextValueConverter<Invitee>))]
public readonly record struct Invitee : IParsable<Invitee>, IComparable<Invitee>
{
    private const string PostMark = "post~";

    [Id(0)] private readonly string? text;

    private Invitee(string text) => this.text = text;

    public override string ToString() => text ?? "";

    public int CompareTo(Invitee other) => string.CompareOrdinal(text, other.text);

    public static Invitee Of(WorkerId worker) => new(worker.ToString());
    public static Invitee Of(MemberId member) => new(member.ToString());

    public WorkerId? Worker => WorkerId.TryParse(text, null, out var worker) ? worker : null;

    public MemberId? Member => MemberId.TryParse(text, null, out var member) ? member : null;

    /// <summary>The code of the post that is invited, whoever holds it.</summary>
    public string? Post => text?.StartsWith(PostMark, StringComparison.Ordinal) == true ? text[PostMark.Length..] : null;

    public static bool TryParse(string? text, IFormatProvider? provider, out Invitee invitee)
    {
        invitee = WorkerId.TryParse(text, provider, out var worker) ? Of(worker)
            : MemberId.TryParse(text, provider, out var member) ? Of(member)
            : text?.StartsWith(PostMark, StringComparison.Ordinal) == true && CodeText.IsOne(text[PostMark.Length..]) ? new(text)
            : default;
        return invitee.text is not null;
    }

    public static Invitee Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var invitee) ? invitee : throw new FormatException($"'{text}' is not a worker id, a member id or a post.");
}
