using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Study.Groups;

/// <summary>A group to which things happen by its own rules; what is refused changes nothing and is remembered.</summary>
internal sealed class GroupHistory
{
    public static readonly SiteCode Site = new("ashmere");
    public static readonly DateTimeOffset Start = new(2016, 7, 4, 9, 0, 0, TimeSpan.Zero);
    public static readonly SessionPlan Session = new(["alice@example.org", "bob@example.org"], Start, 90, new("ashmere-1"));

    public FocusGroup Group { get; private set; } = new(GroupId.From("history"));

    public DateTimeOffset Now { get; set; } = Start.AddDays(-14);

    public Refusal? Refused { get; private set; }

    public static GroupHistory Of(GroupKind kind = GroupKind.SocialWorkers, int seats = 3) =>
        new GroupHistory().Do((group, s) => GroupRules.Plan(group, StudySketch.Frame, new(Site, StudySketch.T2, kind, seats), s)).Went();

    public GroupHistory Do(Func<FocusGroup, Stamp, Decision<ImmutableArray<FocusGroupFact>>> rule, string? why = null, OperationId? operation = null)
    {
        var stamp = new Stamp(operation ?? OperationId.New(), "clerk@example.org", Now = Now.AddMinutes(1), why);
        var decision = rule(Group, stamp);
        Refused = decision.Match<Refusal?>(_ => null, no => no);
        foreach (var fact in decision.Match(facts => facts, _ => []))
            Group = FocusGroupFold.Next(Group, new(new FactHead(Group.Version + 1, stamp.At, stamp.By, stamp.Operation, ""), fact, why));
        return this;
    }

    /// <summary>The same history, where the last thing was accepted.</summary>
    public GroupHistory Went() => Refused is { } no ? throw new UnexpectedDecisionException($"Refused: {no.Code}: {no.Sentence}") : this;

    public GroupHistory Invite(int people) => Do((group, _) =>
        InvitationRules.Draw(group, new(people, AttemptMode.Email, people, 0), [.. Enumerable.Range(0, people).Select(n => Invitee.Of(WorkerId.From($"invited-{n}")))]));

    public GroupHistory Reply(int number, GroupReply reply) => Do((group, _) => InvitationRules.Reply(group, number, reply));

    public GroupHistory Scheduled() => Do((group, s) => GroupRules.Schedule(group, Session, s)).Went();

    public GroupHistory Held(params Attendance[] attendances)
    {
        if (Now < Start) Now = Start.AddHours(2);
        return Do((group, s) => SessionRules.Hold(group, [.. attendances], s));
    }

    public GroupHistory Forward(TranscriptStep step, TranscriptSource? source = null) => Do((group, s) => SessionRules.Forward(group, StudySketch.Design, step, new(2016, 7, 4), "Typists Ltd", source, s));

    public string Seats => string.Join(' ', Group.Seated.Select(i => i.Number));

    public string Queue => string.Join(' ', Group.Waiting.Select(i => i.Number));
}
