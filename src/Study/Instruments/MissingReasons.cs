using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Names and words of <see cref="MissingReason"/>.</summary>
public static class MissingReasons
{
    public static ImmutableArray<MissingReason> All { get; } = [.. Enum.GetValues<MissingReason>()];

    /// <summary>What a person may key; every other reason is computed.</summary>
    public static ImmutableArray<MissingReason> Keyed { get; } =
        [MissingReason.Refused, MissingReason.DontKnow, MissingReason.Unable, MissingReason.NotStated, MissingReason.Illegible];

    private static readonly string[] Names = [.. All.Select(r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString()))];

    internal static readonly byte[][] Utf8 = [.. Names.Select(Encoding.UTF8.GetBytes)];

    public static bool IsKeyed(this MissingReason reason) => Keyed.Contains(reason);

    /// <summary>The stored name, such as <c>dont-know</c>.</summary>
    public static string Name(this MissingReason reason) => Names[(int)reason];

    public static bool TryParse(string? name, out MissingReason reason)
    {
        var index = Array.IndexOf(Names, name);
        reason = index < 0 ? default : (MissingReason)index;
        return index >= 0;
    }

    /// <summary>As a person reads it.</summary>
    public static string Words(this MissingReason reason) => reason switch
    {
        MissingReason.NotStated => "not stated",
        MissingReason.NotApplicable => "not applicable",
        MissingReason.Refused => "refused",
        MissingReason.DontKnow => "don't know",
        MissingReason.Unable => "unable to answer",
        MissingReason.Illegible => "illegible",
        MissingReason.NotInVersion => "item not in this version",
        MissingReason.NotDue => "not due at this age",
        MissingReason.FormNotDone => "form not done",
        MissingReason.InterviewNotDone => "interview not done",
        MissingReason.NotYetInStudy => "not yet in the study",
        MissingReason.LeftStudy => "left the study",
        MissingReason.Withdrawn => "withdrawn",
        MissingReason.TooFewItems => "too few items answered",
        MissingReason.NotSettled => "entered twice, not settled",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "This is not a missing reason."),
    };
}
