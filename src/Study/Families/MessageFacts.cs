using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Study.Families;

/// <summary>Messages to the family. No fact holds an address or what was written.</summary>
[JsonDerivedType(typeof(MessageNoted), "message.noted")]
[JsonDerivedType(typeof(MessageSettled), "message.settled")]
public abstract partial record FamilyFact
{
    /// <summary>It is about to be sent.</summary>
    public sealed record MessageNoted(int Number, MemberId Member, string Occasion, int Appointment) : FamilyFact;

    public sealed record MessageSettled(int Number, MessageOutcome Outcome) : FamilyFact;
}

/// <summary>The fold of messages. Where the note itself was erased there is no message, and nothing changes.</summary>
internal static class MessageFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.MessageNoted f => family with { Messages = family.Messages.Add(new(f.Number, f.Member, f.Occasion, f.Appointment, fact.Head.At)) },
        FamilyFact.MessageSettled f => family with { Messages = [.. family.Messages.Select(m => m.Number == f.Number ? m with { Outcome = f.Outcome } : m)] },
        _ => family,
    };
}
