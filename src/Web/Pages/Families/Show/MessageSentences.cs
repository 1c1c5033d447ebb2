using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>Messages to the family, one sentence a fact.</summary>
internal static class MessageSentences
{
    public static string? Of(FamilyFact fact) => fact switch
    {
        FamilyFact.MessageNoted f => $"Message {f.Number} to {f.Member.Short()} about appointment {f.Appointment} noted, to be sent",
        FamilyFact.MessageSettled f => $"Message {f.Number}: {f.Outcome.Words().ToLowerInvariant()}",
        _ => null,
    };
}
