using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Design;

/// <summary>Decisions about how often and when families are tried.</summary>
public static class ContactProtocolRules
{
    private const int MostTimes = 12;
    private const int LongestLabel = 60;

    public static Decision<ImmutableArray<StudyFact>> Declare(StudyDesign now, ContactProtocol protocol) =>
        !now.IsOpen ? StudyRefusals.NotOpen
        : Fault(protocol) is { } fault ? fault
        : protocol.IsSameAs(now.Protocol) ? Facts.None<StudyFact>()
        : Facts.Of<StudyFact>(new StudyFact.ContactProtocolDeclared(protocol));

    internal static Refusal? Fault(ContactProtocol protocol) =>
        protocol.MostAttempts is < 1 or > 50 ? ContactProtocolRefusals.Most.At("mostAttempts")
        : protocol.DaysBetween is < 0 or > 60 ? ContactProtocolRefusals.Days.At("daysBetween")
        : protocol.Times.IsDefault || protocol.Times.Length > MostTimes || protocol.Times.Any(t => t.Days.IsDefaultOrEmpty || t.To <= t.From || t.Label.Length is 0 or > LongestLabel || !CodeText.IsOne(t.Code)) ? ContactProtocolRefusals.Times.At("times")
        : protocol.Times.Select(t => t.Code).Distinct().Count() < protocol.Times.Length ? ContactProtocolRefusals.TimeTwice.At("times")
        : null;
}

/// <summary>Refusals about the contact protocol. Codes are public and never reworded.</summary>
public static class ContactProtocolRefusals
{
    public static readonly Refusal Most = new("protocol.most", "Give the most attempts at each wave as a whole number from 1 to 50.");
    public static readonly Refusal Days = new("protocol.days", "Give the days between attempts as a whole number from 0 to 60.");
    public static readonly Refusal Times = new("protocol.times", "Give at most 12 times, each with a code, a label of at most 60 characters, its days, and an hour at which it begins before the hour at which it ends.");
    public static readonly Refusal TimeTwice = new("protocol.time-twice", "Each time needs a code of its own.");
}
