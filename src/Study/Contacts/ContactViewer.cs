using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>What matters about the person who asks: their account is the stamp's.</summary>
/// <param name="Office">Coordinator or administrator.</param>
/// <param name="Interviewer">Interviewer; sees the members of families assigned to them, while assigned.</param>
/// <param name="Sites">Their sites; <c>null</c>: all.</param>
[GenerateSerializer, Immutable, Alias("sos.contact-viewer")]
public sealed record ContactViewer([property: Id(0)] bool Office, [property: Id(1)] bool Interviewer, [property: Id(2)] ImmutableArray<SiteCode>? Sites);

/// <summary>Who may come near a member's contact details (DESIGN §8).</summary>
public static class ContactAccess
{
    /// <summary>Why not; <c>null</c> where they may.</summary>
    public static Refusal? Fault(FamilyState? family, StudyFrame frame, ContactViewer viewer, string account, MemberId? member, DateOnly today)
    {
        if (!viewer.Office && !viewer.Interviewer) return ContactRefusals.NotYours;
        if (family is null || (viewer.Sites is { } sites && !sites.Contains(family.Site))) return FamilyRefusals.Unknown;
        if (!viewer.Office && !IsAssigned(family, frame, account, today)) return ContactRefusals.NotAssigned;
        if (member is { } id && family.Member(id) is null) return FamilyRefusals.UnknownMember(id).At("member");
        if (!viewer.Office && Eligibility.HasLostAChild(family, today)) return ContactRefusals.Death;
        if (!viewer.Office && MustNotBeContacted(family, today)) return ContactRefusals.NoFurtherContact;
        if (member is { } one && !viewer.Office && !family.Member(one)!.IsOn(today)) return ContactRefusals.NotAssigned;
        return family.Stage is < Stage.AgreedToContact ? FamilyRefusals.NotAgreed : null;
    }

    /// <summary>Whether consent to be interviewed was given and is withdrawn by all, and nobody agreed to be contacted again; or a child has died.</summary>
    public static bool MustNotBeContacted(FamilyState family, DateOnly today) =>
        Eligibility.HasLostAChild(family, today)
        || family.Consents.IsWithdrawn(ConsentScope.Interview, null, today) && !family.Consents.Stand(ConsentScope.Recontact, today);

    /// <summary>From the day of assignment until the wave's interview is complete or given up, and while an appointment is booked with them.</summary>
    private static bool IsAssigned(FamilyState family, StudyFrame frame, string account, DateOnly today) =>
        family.Stage != Stage.Ended && (family.Appointments.Any(a => a.IsOpen && a.Plan.Involves(account)) || family.Assignments.Any(a => a.Interviewer == account && a.From <= today
            && family.DispositionOf(a.Wave, Track.Interview) is null
            && InterviewOutcomes.Of(frame, family, a.Wave) != InterviewOutcome.Complete));
}
