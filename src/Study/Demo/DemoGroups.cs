using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Study.Demo;

/// <summary>A group of the demo and all that was recorded about it, in order of time.</summary>
public sealed record DemoGroup(GroupId Id, ImmutableArray<DemoAct<FocusGroupFact>> Acts)
{
    public Ledger<FocusGroupFact> ToLedger() => Acts.ToLedger($"{Id}");
}

/// <summary>
/// The demo's focus groups: those of social workers at Time 1 held and followed to the coded transcript, at Time 2 some held and some only planned, key informants met
/// at most sites. Every fact is what the rules themselves answered, so the demo cannot hold what nobody could have entered. What is to come is planned and not
/// booked: nobody's diary is taken.
/// </summary>
internal sealed class DemoGroups(ulong seed, StudyDesign design, DemoCalendar calendar, ImmutableArray<SiteCode> sites, IEnumerable<DemoWorker> workers)
{
    private const int Invited = 4;
    private static readonly WaveCode First = new("t1");
    private static readonly WaveCode Second = new("t2");

    private readonly StudyFrame frame = new() { Design = design, Sites = sites.ToImmutableDictionary(s => s, s => new Site(s, s.Text)) };

    private readonly ILookup<SiteCode, WorkerId> stayed = workers.Where(w => !w.Acts.Any(a => a.Facts.Any(f => f is WorkerFact.Left)))
        .ToLookup(w => w.Acts.SelectMany(a => a.Facts).OfType<WorkerFact.Registered>().First().Site, w => w.Id);

    public IEnumerable<DemoGroup> All => sites.SelectMany(OfSite);

    private IEnumerable<DemoGroup> OfSite(SiteCode site, int place)
    {
        yield return Held(site, place, First, GroupKind.SocialWorkers, 420, TranscriptStep.Coded);
        yield return Held(site, place, First, GroupKind.KeyInformant, 380, TranscriptStep.Anonymised);
        if (place % 3 != 2) yield return Held(site, place, Second, GroupKind.SocialWorkers, 45, (TranscriptStep)(place % 4));
        else yield return Planned(site, place, Second, GroupKind.SocialWorkers);
        if (place % 2 == 0) yield return Planned(site, place, Second, GroupKind.Parents);
    }

    private DemoGroup Planned(SiteCode site, int place, WaveCode wave, GroupKind kind)
    {
        var story = new Story(seed, site, wave, kind, calendar.Today.AddDays(-20 + place));
        story.Do((group, s) => GroupRules.Plan(group, frame, new(site, wave, kind, kind == GroupKind.Parents ? 8 : Invited, calendar.Today.AddDays(25 + place)), s));
        return story.Told();
    }

    private DemoGroup Held(SiteCode site, int place, WaveCode wave, GroupKind kind, int daysBack, TranscriptStep reached)
    {
        var (day, isGroup) = (calendar.Today.AddDays(-daysBack - place), kind == GroupKind.SocialWorkers);
        var start = new DateTimeOffset(day, new TimeOnly(13, 0), TimeSpan.Zero);
        var story = new Story(seed, site, wave, kind, day.AddDays(-30));
        story.Do((group, s) => GroupRules.Plan(group, frame, new(site, wave, kind, isGroup ? Invited - 1 : 1, day, isGroup ? 90 : 60), s));
        var people = isGroup ? stayed[site].Take(Invited).Select(Invitee.Of).ToImmutableArray() : [Invitee.Parse("post~head-of-service")];
        story.Do((group, _) => isGroup ? InvitationRules.Draw(group, new(Invited, AttemptMode.Email, stayed[site].Count(), 0), people) : InvitationRules.Invite(group, people[0], AttemptMode.Email));
        story.Do((group, s) => GroupRules.Schedule(group, new([DemoAccounts.InterviewerOf(place)], start, isGroup ? 90 : 60, isGroup ? new($"{site}-1") : null, 30), s));
        for (var n = 1; n <= people.Length; n++)
        {
            var (number, reply) = (n, n == 1 && isGroup && place % 2 == 1 ? GroupReply.No : GroupReply.Yes);
            story.Do((group, _) => InvitationRules.Reply(group, number, reply));
        }
        story.GoTo(day.AddDays(1));
        story.Do((group, s) => SessionRules.Hold(group, [.. group.Seated.Select((i, at) => new Attendance(i.Number, at < 2 || place % 3 == 0, RecordingAnswer.Agreed))], s));
        for (var step = TranscriptStep.Received; step <= reached; step++)
        {
            var (to, on) = (step, day.AddDays(7 * (int)step));
            if (on > calendar.Last) break;
            story.GoTo(on);
            story.Do((group, s) => SessionRules.Forward(group, design, to, on, to == TranscriptStep.Received ? "Transcription service" : "Research assistant", to == TranscriptStep.Received ? TranscriptSource.Recording : null, s));
        }
        if (reached == TranscriptStep.Coded) story.Do(GroupRules.Close);
        return story.Told();
    }

    /// <summary>What happens to one group, an hour apart.</summary>
    private sealed class Story(ulong seed, SiteCode site, WaveCode wave, GroupKind kind, DateOnly begins)
    {
        private readonly string prefix = $"demo-{seed}-{site}-{wave}-{kind}";
        private readonly ImmutableArray<DemoAct<FocusGroupFact>>.Builder acts = ImmutableArray.CreateBuilder<DemoAct<FocusGroupFact>>();
        private DateTimeOffset now = new(begins, new TimeOnly(9, 0), TimeSpan.Zero);
        private FocusGroup group = new(GroupId.From($"demo-{seed}-{site}-{wave}-{kind}"));

        public void GoTo(DateOnly day) => now = new(day, new TimeOnly(9, 0), TimeSpan.Zero);

        public void Do(Func<FocusGroup, Stamp, Decision<ImmutableArray<FocusGroupFact>>> rule)
        {
            var stamp = new Stamp(new($"{prefix}-{acts.Count + 1}"), DemoAccounts.Coordinator, now = now.AddHours(1));
            var facts = rule(group, stamp).Match(f => f, why => throw new InvalidOperationException($"The demo's own group is refused: {why.Sentence}"));
            if (facts.IsEmpty) return;
            acts.Add(new(stamp, facts));
            foreach (var fact in facts) group = FocusGroupFold.Next(group, new(new FactHead(group.Version + 1, stamp.At, stamp.By, stamp.Operation, ""), fact, null));
        }

        public DemoGroup Told() => new(group.Id, acts.ToImmutable());
    }
}
