using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>One person of a family that is merged away: the member of the kept family that they are, or <c>null</c> where they are not in it yet.</summary>
[Orleans.GenerateSerializer, Orleans.Immutable, Orleans.Alias("sos.merged-member")]
public sealed record MergedMember([property: Orleans.Id(0)] MemberId From, [property: Orleans.Id(1)] MemberId? Is);

/// <summary>
/// Two families that are one: the kept one takes members, consents, serial, history and forms, the other is closed. Nothing is deleted: what each of them recorded
/// stays in its own record, and each names the other.
/// </summary>
public static class MergeRules
{
    /// <summary>Of a family that turned out to be another nothing more is recorded.</summary>
    public static Refusal? Closed(FamilyState family) => family.MergedInto is { } kept ? MergeRefusals.Merged(kept) : null;

    /// <summary>What the kept family takes at once: members, consents, the serial, case events, interviews and case holders that it does not have. The other's forms follow one by one.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Take(FamilyState kept, FamilyState away, StudyFrame frame, ImmutableArray<MergedMember> who, DateOnly on, Stamp stamp)
    {
        if (LinkOf(kept, away.Id) is not null) return Facts.None<FamilyFact>();
        if (Fault(kept, away, who, on, frame.Design.Today(stamp.At), stamp) is { } no) return no;
        var newcomers = who.Where(m => m.Is is null).Select(m => away.Member(m.From)!).ToImmutableArray();
        return MemberRules.Join(kept, [.. newcomers.Select(m => new NewMember(m.Role, m.Birth, m.Sex, m.Joined))], frame.Design.Today(stamp.At)).Then(joined =>
        {
            var links = Links(away, who, newcomers, joined);
            var taken = Missing(kept, away, links);
            return (Decision<ImmutableArray<FamilyFact>>)ImmutableArray.CreateRange<FamilyFact>([new FamilyFact.MergedFrom(away.Id, away.SiteAtEnrolment, away.Serial, links, on), .. joined, .. Gone(newcomers, links), .. taken, .. TwoPersonRules.Carried(kept, away, on), .. MergedHistory.Of(kept, away, links)]);
        });
    }

    /// <summary>Closes the family that was merged away, once nothing is left to move.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Close(FamilyState away, FamilyId kept, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp) =>
        away.MergedInto == kept ? Facts.None<FamilyFact>()
        : away.MergedInto is { } other ? MergeRefusals.Merged(other)
        : !away.Exists ? FamilyRefusals.Unknown
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : away.Forms.IsEmpty ? Facts.Of<FamilyFact>(new FamilyFact.MergedInto(kept, links, on))
        : MergeRefusals.FormsLeft(away.Id);

    /// <summary>The place in the kept family of a form of the other.</summary>
    public static FormPlace PlaceOf(FormPlace place, ImmutableArray<MemberLink> links) => place with { Subject = PartyOf(place.Subject, links), Respondent = PartyOf(place.Respondent, links) };

    public static ImmutableArray<MemberLink> LinksTo(FamilyState kept, FamilyId away) => LinkOf(kept, away)?.Members ?? [];

    /// <summary>Every form of the other family that cannot stand in the kept one as it would be; asked before anything is written.</summary>
    public static IEnumerable<Refusal> Misfits(FamilyState kept, FamilyState away, StudyFrame frame, ImmutableArray<MemberLink> links, Stamp stamp)
    {
        foreach (var form in away.Forms)
        {
            var to = PlaceOf(form.Place, links);
            if (kept.FormAt(to) is not null) yield return MergeRefusals.SamePlace(frame.Shelf.Find(to.Instrument)?.Title ?? to.Instrument.Text, to, form.Place);
            else if (PassageRules.TakeIn(kept, frame, new(away.Id, form, to), stamp) is Decision<ImmutableArray<FamilyFact>>.Refused(var why)) yield return why;
        }
    }

    private static Refusal? Fault(FamilyState kept, FamilyState away, ImmutableArray<MergedMember> who, DateOnly on, DateOnly today, Stamp stamp)
    {
        if (!kept.Exists || !away.Exists) return FamilyRefusals.Unknown;
        if (kept.Id == away.Id) return MergeRefusals.Itself;
        if (kept.MergedInto is { } other) return MergeRefusals.Merged(other);
        if (away.MergedInto is { } into) return MergeRefusals.Merged(into);
        if (kept.ErasedOn is not null || away.ErasedOn is not null) return ConsentRefusals.Erased;
        if (on > today) return FamilyRefusals.Future.At("on");
        if (string.IsNullOrWhiteSpace(stamp.Why)) return FamilyRefusals.ReasonNeeded.At("reason");
        if (who.IsDefault || away.Members.Any(m => m.ErasedOn is null && who.Count(w => w.From == m.Id) != 1) || who.Any(w => away.Member(w.From) is null)) return MergeRefusals.Everybody.At("members");
        if (who.FirstOrDefault(w => w.Is is { } is_ && kept.Member(is_) is not { ErasedOn: null }) is { Is: { } unknown }) return FamilyRefusals.UnknownMember(unknown).At("members");
        if (who.Where(w => w.Is is not null).GroupBy(w => w.Is).Any(g => g.Count() > 1)) return MergeRefusals.OnePerson.At("members");
        if (who.FirstOrDefault(w => w.Is is { } m && kept.Member(m)!.Role == MemberRole.Child != (away.Member(w.From)!.Role == MemberRole.Child)) is { } mixed) return MergeRefusals.ChildAndAdult(mixed.From).At("members");
        if (away.Appointments.Any(a => a.IsOpen)) return MergeRefusals.Booked(away.Id);
        return Differing(kept, away) is { } scope ? MergeRefusals.ConsentDiffers(scope) : null;
    }

    /// <summary>A consent that stands in one family and is withdrawn in the other.</summary>
    private static ConsentScope? Differing(FamilyState kept, FamilyState away)
    {
        foreach (var scope in Enum.GetValues<ConsentScope>())
            if ((IsWithdrawn(kept, scope) && Stands(away, scope)) || (IsWithdrawn(away, scope) && Stands(kept, scope))) return scope;
        return null;

        static bool IsWithdrawn(FamilyState family, ConsentScope scope) => family.Consents.Any(c => c.Scope == scope && c.WithdrawnFrom is not null);
        static bool Stands(FamilyState family, ConsentScope scope) => family.Consents.Any(c => c.Scope == scope && c.WithdrawnFrom is null);
    }

    private static ImmutableArray<MemberLink> Links(FamilyState away, ImmutableArray<MergedMember> who, ImmutableArray<Member> newcomers, ImmutableArray<FamilyFact> joined)
    {
        var ids = newcomers.Zip(joined.OfType<FamilyFact.MemberJoined>()).ToDictionary(p => p.First.Id, p => p.Second.Member);
        return [.. away.Members.Where(m => m.ErasedOn is null).Select(m => new MemberLink(m.Id, who.First(w => w.From == m.Id).Is ?? ids[m.Id]))];
    }

    private static IEnumerable<FamilyFact> Gone(ImmutableArray<Member> newcomers, ImmutableArray<MemberLink> links) =>
        newcomers.Where(m => m.Left is not null).Select(m => new FamilyFact.MemberLeft(links.First(l => l.From == m.Id).To, m.Left!.Value));

    /// <summary>Consents of the other family that the kept one does not have, under the ids that their members have now.</summary>
    private static IEnumerable<FamilyFact> Missing(FamilyState kept, FamilyState away, ImmutableArray<MemberLink> links) =>
        from consent in away.Consents
        where consent.WithdrawnFrom is null
        let now = consent with { About = consent.About is { } about ? links.FirstOrDefault(l => l.From == about)?.To : null, GivenBy = links.FirstOrDefault(l => l.From.ToString() == consent.GivenBy)?.To.ToString() ?? consent.GivenBy }
        where consent.About is null == now.About is null && !kept.Consents.Contains(now)
        select new FamilyFact.ConsentGiven(now.Scope, now.About, now.GivenBy, now.On)
        {
            Wave = now.Wave, Wording = now.Wording.Length == 0 ? null : now.Wording, TakenBy = now.TakenBy.Length == 0 ? null : now.TakenBy,
            Authority = now.Authority == default ? null : now.Authority, Mode = now.Mode == default ? null : now.Mode,
        };

    private static FamilyLink? LinkOf(FamilyState kept, FamilyId away) => kept.Links.FirstOrDefault(l => l.Kind == FamilyLinkKind.MergedFrom && l.Family == away);

    private static Party PartyOf(Party party, ImmutableArray<MemberLink> links) => party.Member is { } member && links.FirstOrDefault(l => l.From == member) is { } link ? link.To : party;
}
