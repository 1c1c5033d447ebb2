using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>Refusals about focus groups and key-informant interviews. Codes are public and never reworded.</summary>
public static class GroupRefusals
{
    public static readonly Refusal Unknown = new("group.unknown", "There is no such group.", RefusalKind.NotFound);
    public static readonly Refusal NotAnId = new("group.not-an-id", "That is not a group id. Check it for a mistyped character.");
    public static readonly Refusal Seats = new("group.seats", $"Give a number of seats from 1 to {GroupRules.MostSeats}.");
    public static readonly Refusal Length = new("group.length", $"A session takes 15 to {GroupRules.LongestMinutes} minutes.");
    public static readonly Refusal PlannedDay = new("group.planned-day", "Choose a day that is still to come, at most 400 days ahead.");
    public static readonly Refusal Ages = new("group.ages", "Give ages from 0 to 25, the lower one first.");
    public static readonly Refusal Fixed = new("group.fixed", "A group stays at its site, its wave and its kind. Cancel it and plan another.");
    public static readonly Refusal ReasonNeeded = new("group.reason-needed", "Say why.");

    public static readonly Refusal Facilitators = new("group.facilitators", $"Choose one to {GroupRules.MostFacilitators} facilitators, each once.");
    public static readonly Refusal RoomNeeded = new("group.room-needed", "Choose the room in which they meet.");
    public static readonly Refusal RoomWithoutMeeting = new("group.room-unneeded", "A session by telephone or video needs no room.");
    public static readonly Refusal Travel = new("group.travel", $"Allow 0 to {GroupRules.LongestTravel} minutes for travel.");
    public static readonly Refusal Past = new("group.past", "This time has passed. Choose a time that is still to come.");
    public static readonly Refusal TooFar = new("group.too-far", "Book at most 400 days ahead.");
    public static readonly Refusal Same = new("group.same", "Nothing about the session changes. Choose another time, room or facilitator.");
    public static readonly Refusal NotYet = new("group.not-yet", "It has not begun yet. Say who came once its time has come.", RefusalKind.Conflict);
    public static readonly Refusal CameTwice = new("group.came-twice", "Each invited person is named once.");

    public static readonly Refusal HowMany = new("group.how-many", $"Invite 1 to {InvitationRules.MostAtOnce} people at once.");
    public static readonly Refusal TooMany = new("group.too-many", $"A group has at most {InvitationRules.Most} invitations.");
    public static readonly Refusal NobodyFits = new("group.nobody-fits", "There is nobody left whom the rule allows to be invited. Invite somebody by hand, or check consents.", RefusalKind.Conflict);
    public static readonly Refusal NoRule = new("group.no-rule", "Nobody is drawn for a group of this kind. Invite people one by one, by worker id or post.", RefusalKind.Conflict);
    public static readonly Refusal InvitedAlready = new("group.invited-already", "This person is on the list already.", RefusalKind.Conflict);
    public static readonly Refusal NotSuch = new("group.invitee-kind", "Parents and young people are invited by their member id; workers, managers and key informants by worker id or post.");
    public static readonly Refusal OtherSite = new("group.invitee-site", "This person is not at the group's site.", RefusalKind.Conflict);
    public static readonly Refusal NotAChild = new("group.invitee-age", "This person is not within the ages that the group is for.", RefusalKind.Conflict);
    public static readonly Refusal NotACarer = new("group.invitee-role", "This person is not a parent or carer.", RefusalKind.Conflict);
    public static readonly Refusal SameFamily = new("group.same-family", "Somebody else of this family is on the list. Two adults of a family are not brought together in a group.", RefusalKind.Conflict);
    public static readonly Refusal UnknownInvitation = new("group.unknown-invitation", "There is no such invitation.", RefusalKind.NotFound);
    public static readonly Refusal IsOff = new("group.invitation-off", "This person is no longer invited.", RefusalKind.Conflict);
    public static readonly Refusal ReplyNeeded = new("group.reply-needed", "Choose what they said: yes, maybe or no.");

    public static readonly Refusal NotHeld = new("group.not-held", "This group has not been held yet.", RefusalKind.Conflict);
    public static readonly Refusal NotRecorded = new("group.not-recorded", "Somebody who came refused to be recorded, so there can be no transcript of a recording. Choose notes.", RefusalKind.Conflict);
    public static readonly Refusal TranscriptSource = new("group.transcript-source", "Say whether it was made from a recording or from notes.");
    public static readonly Refusal TranscriptWho = new("group.transcript-who", "Say who did it, in at most 80 characters.");
    public static readonly Refusal TranscriptDay = new("group.transcript-day", "The day is not before the session, and not in the future.");
    public static readonly Refusal NotBack = new("group.transcript-back", "Going back means an earlier step than the present one.");
    public static readonly Refusal TranscriptDone = new("group.transcript-done", "The transcript is coded; there is no further step.", RefusalKind.Conflict);
    public static readonly Refusal NotCoded = new("group.not-coded", "The transcript is not coded yet. Finish it, or say why the group is closed without it.", RefusalKind.Conflict);
    public static readonly Refusal NotClosed = new("group.not-closed", "This group is not closed.", RefusalKind.Conflict);

    public static readonly Refusal TargetNumber = new("group.target", "Give the planned number of groups as a whole number from 0 to 50.");

    public static Refusal Taken(GroupId id) => new("group.taken", $"There is a group {id} already.", RefusalKind.Conflict);
    public static Refusal Over(GroupState state) => new("group.over", state switch
    {
        GroupState.Planned => "This group is not booked yet. Book it first.",
        GroupState.Scheduled => "This group is booked. Move it instead.",
        GroupState.Held => "This group has been held.",
        GroupState.Closed => "This group is closed. Open it again first, with a reason.",
        _ => "This group was cancelled. Plan another.",
    }, RefusalKind.Conflict);
    public static Refusal SeatsTaken(int accepted) => new("group.seats-taken", $"{accepted} people have accepted a seat. There cannot be fewer seats.", RefusalKind.Conflict);
    public static Refusal MoreThanSeats(int seats) => new("group.more-than-seats", $"More people came than there are seats ({seats}). Give the group more seats before it is held, or check who came.", RefusalKind.Conflict);
    public static Refusal OutOfOrder(TranscriptStep next) => new("group.transcript-order", $"The next step is '{next.ToString().ToLowerInvariant()}'. Steps are not skipped.", RefusalKind.Conflict);
    public static Refusal Barred(OffReason why) => new Refusal("group.barred", why switch
    {
        OffReason.Withdrew => "They withdrew from the study and are not invited.",
        OffReason.NotCovered => "Their consent does not cover it at this wave. Record consent first.",
        OffReason.Died => "A death is recorded. Nobody of this family is invited.",
        OffReason.Ended => "The family's part in the study has ended.",
        OffReason.LeftFamily => "They are no longer a member of the family.",
        OffReason.Erased => "All that was recorded of them was erased.",
        OffReason.LeftEmployment => "This worker will have left by then.",
        OffReason.NotSafe => "Safe contact forbids this way of inviting them. Choose another way.",
        _ => "They are not invited.",
    }, RefusalKind.Conflict).At(why == OffReason.NotSafe ? "way" : "invitee");
}
