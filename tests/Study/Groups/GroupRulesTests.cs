using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Study.Groups;

public sealed class GroupRulesTests
{
    [Fact]
    public void A_group_goes_from_planned_to_booked_to_held_to_closed()
    {
        var history = GroupHistory.Of().Invite(3).Went();
        Assert.Equal(GroupState.Planned, history.Group.State);
        Assert.Equal(GroupState.Scheduled, history.Scheduled().Group.State);
        Assert.Equal(GroupState.Held, history.Held(new Attendance(1, true, RecordingAnswer.Agreed), new(2, false)).Went().Group.State);
        foreach (var step in new[] { TranscriptStep.Received, TranscriptStep.Checked, TranscriptStep.Anonymised, TranscriptStep.Coded }) history.Forward(step, TranscriptSource.Recording).Went();
        Assert.Equal(GroupState.Closed, history.Do(GroupRules.Close).Went().Group.State);
        Assert.All(history.Group.Transcript, note => Assert.Equal(("Typists Ltd", "clerk@example.org"), (note.Who, note.By)));
    }

    [Fact]
    public void A_session_needs_facilitators_and_a_room_and_lies_ahead()
    {
        var history = GroupHistory.Of();
        void Refuses(SessionPlan session, string code) => Assert.Equal(code, history.Do((group, s) => GroupRules.Schedule(group, session, s)).Refused?.Code);
        Refuses(GroupHistory.Session with { Facilitators = [] }, "group.facilitators");
        Refuses(GroupHistory.Session with { Facilitators = ["alice@example.org", "alice@example.org"] }, "group.facilitators");
        Refuses(GroupHistory.Session with { Room = null }, "group.room-needed");
        Refuses(GroupHistory.Session with { Mode = VisitMode.Video }, "group.room-unneeded");
        Refuses(GroupHistory.Session with { Start = history.Now.AddDays(-1) }, "group.past");
        Refuses(GroupHistory.Session with { Minutes = 10 }, "group.length");
        Assert.Null(GroupHistory.Of(GroupKind.KeyInformant, 1).Do((group, s) => GroupRules.Schedule(group, GroupHistory.Session with { Room = null }, s)).Refused); // at their own office
    }

    [Fact]
    public void What_the_diaries_gave_away_is_refused_for_good()
    {
        var (history, late) = (GroupHistory.Of(), new OperationId("late"));
        history.Do((group, _) => GroupRules.Settle(group, late)).Went();
        Assert.Equal("diary.hold-over", history.Do((group, s) => GroupRules.Schedule(group, GroupHistory.Session, s), operation: late).Refused?.Code);
        var booked = new OperationId("booked");
        history.Do((group, s) => GroupRules.Schedule(group, GroupHistory.Session, s), operation: booked).Went();
        Assert.Empty(GroupRules.Settle(history.Group, booked).Accepted());
        Assert.True(history.Group.Keeps(booked));
        Assert.False(history.Do(GroupRules.Cancel, "too few").Went().Group.Keeps(booked));
    }

    [Fact]
    public void Moving_keeps_the_chain_with_its_reason()
    {
        var history = GroupHistory.Of().Scheduled();
        var later = GroupHistory.Session with { Start = GroupHistory.Start.AddDays(1) };
        Assert.Equal("group.reason-needed", history.Do((group, s) => GroupRules.Move(group, later, s)).Refused?.Code);
        history.Do((group, s) => GroupRules.Move(group, later, s), "snow").Went();
        Assert.Equal((later.Start, GroupHistory.Start, "snow"), (history.Group.Session!.Start, Assert.Single(history.Group.Moves).Was.Start, history.Group.Moves[0].Why));
        Assert.Equal("group.same", history.Do((group, s) => GroupRules.Move(group, later with { Facilitators = [.. later.Facilitators] }, s), "again").Refused?.Code);
    }

    [Fact]
    public void Cancelling_needs_a_reason_and_ends_it()
    {
        var history = GroupHistory.Of().Invite(2);
        Assert.Equal("group.reason-needed", history.Do(GroupRules.Cancel).Refused?.Code);
        Assert.Equal((GroupState.Cancelled, "nobody came forward"), (history.Do(GroupRules.Cancel, "nobody came forward").Went().Group.State, history.Group.Why));
        Assert.Equal("group.over", history.Reply(1, GroupReply.Yes).Refused?.Code);
        Assert.Equal("group.over", history.Do((group, s) => GroupRules.Schedule(group, GroupHistory.Session, s)).Refused?.Code);
    }

    [Fact]
    public void Who_came_is_said_once_it_has_begun_and_never_more_than_there_are_seats()
    {
        var history = GroupHistory.Of(seats: 2).Invite(4).Scheduled();
        Assert.Equal("group.not-yet", history.Do((group, s) => SessionRules.Hold(group, [], s)).Refused?.Code);
        Assert.Equal("group.more-than-seats", history.Held(new(1, true), new(2, true), new Attendance(3, true)).Refused?.Code);
        history.Held(new Attendance(1, true, RecordingAnswer.Refused), new(2, false, RecordingAnswer.Agreed), new(3, true, RecordingAnswer.Agreed)).Went(); // from the waiting list, in the place of the second
        Assert.Equal((false, RecordingAnswer.NotAsked), (history.Group.MayBeRecorded, history.Group.Invitation(2)!.Recording));
        history.Held(new Attendance(1, true, RecordingAnswer.Agreed)).Went();
        Assert.True(history.Group.MayBeRecorded);
    }

    [Fact]
    public void No_step_of_a_transcript_is_skipped_and_none_is_taken_back_without_a_reason()
    {
        var history = GroupHistory.Of().Invite(2).Scheduled();
        Assert.Equal("group.not-held", history.Forward(TranscriptStep.Received, TranscriptSource.Notes).Refused?.Code);
        history.Held(new Attendance(1, true, RecordingAnswer.Refused)).Went();
        Assert.Equal("group.not-recorded", history.Forward(TranscriptStep.Received, TranscriptSource.Recording).Refused?.Code);
        Assert.Equal("group.transcript-source", history.Forward(TranscriptStep.Received).Refused?.Code);
        history.Forward(TranscriptStep.Received, TranscriptSource.Notes).Went();
        Assert.Equal("group.transcript-order", history.Forward(TranscriptStep.Anonymised).Refused?.Code);
        history.Forward(TranscriptStep.Checked).Forward(TranscriptStep.Anonymised).Went();
        GroupHistory Back(TranscriptStep to, string? why) => history.Do((group, s) => SessionRules.Back(group, StudySketch.Design, to, new(2016, 7, 4), "Reader", s), why);
        Assert.Equal("group.reason-needed", Back(TranscriptStep.Received, null).Refused?.Code);
        Assert.Equal("group.transcript-back", Back(TranscriptStep.Coded, "no").Refused?.Code);
        Assert.Equal(TranscriptStep.Received, Back(TranscriptStep.Received, "a name was left in").Went().Group.TranscriptAt);
        Assert.Equal("group.not-coded", history.Do(GroupRules.Close).Refused?.Code);
        history.Do(GroupRules.Close, "the notes were lost").Went().Do(GroupRules.Reopen, "they were found").Went();
        Assert.Equal((GroupState.Held, null), (history.Group.State, history.Group.Why));
    }

    [Fact]
    public void Nobody_is_invited_twice_and_none_of_another_kind()
    {
        var history = GroupHistory.Of().Invite(2).Went();
        Assert.Equal("group.invited-already", history.Do((group, _) => InvitationRules.Invite(group, group.Invitations[0].Invitee, default)).Refused?.Code);
        var member = Invitee.Of(new FamilySketch("other").Mother);
        Assert.Equal("group.invitee-kind", history.Do((group, _) => InvitationRules.Invite(group, member, default)).Refused?.Code);
        Assert.Equal("group.invitee-kind", GroupHistory.Of(GroupKind.Parents).Invite(1).Refused?.Code);
        Assert.Equal("group.no-rule", GroupHistory.Of(GroupKind.Managers).Invite(1).Refused?.Code);
        Assert.Null(GroupHistory.Of(GroupKind.Managers).Do((group, _) => InvitationRules.Invite(group, Invitee.Parse("post~team-manager-north"), default)).Refused);
    }

    [Fact]
    public void Two_adults_of_a_family_are_not_brought_together()
    {
        var (history, family) = (GroupHistory.Of(GroupKind.Parents), new FamilySketch("couple"));
        var father = family.Join(SosLongitudinal.Study.Families.MemberRole.Parent);
        history.Do((group, _) => InvitationRules.Invite(group, Invitee.Of(family.Mother), default)).Went();
        Assert.Equal("group.same-family", history.Do((group, _) => InvitationRules.Invite(group, Invitee.Of(father), default)).Refused?.Code);
        history.Reply(1, GroupReply.No).Do((group, _) => InvitationRules.Invite(group, Invitee.Of(father), default)).Went();
    }

    [Fact]
    public void Of_an_erased_person_nothing_is_left_and_their_number_is_not_given_again()
    {
        var history = GroupHistory.Of(GroupKind.Parents, 2);
        var people = Enumerable.Range(0, 3).Select(n => Invitee.Of(new FamilySketch($"erased-{n}").Mother)).ToList();
        foreach (var one in people) history.Do((group, _) => InvitationRules.Invite(group, one, default)).Went();
        history.Do((group, _) => InvitationRules.Forget(group, [people[2]])).Went();
        Assert.Equal(["1", "2"], history.Group.Invitations.Select(i => $"{i.Number}"));
        history.Do((group, _) => InvitationRules.Invite(group, Invitee.Of(new FamilySketch("next").Mother), default)).Went();
        Assert.Equal(4, history.Group.Invitations[^1].Number);
        Assert.Empty(InvitationRules.Forget(history.Group, [people[2]]).Accepted());
    }

    [Fact]
    public void A_number_of_a_site_s_own_goes_before_the_one_for_each_site()
    {
        var design = StudySketch.Design with { GroupTargets = [new(StudySketch.T1, GroupKind.Parents, 2), new(StudySketch.T1, GroupKind.Parents, 0, new("brackwell"))] };
        Assert.Equal((2, 0, 0), (GroupTargets.Wanted(design, new("ashmere"), StudySketch.T1, GroupKind.Parents), GroupTargets.Wanted(design, new("brackwell"), StudySketch.T1, GroupKind.Parents), GroupTargets.Wanted(design, new("ashmere"), StudySketch.T2, GroupKind.Parents)));
        var held = new FocusGroup(GroupId.From("held")) { Plan = new(new("ashmere"), StudySketch.T1, GroupKind.Parents, 8), State = GroupState.Held };
        var progress = Assert.Single(GroupTargets.Progress(StudySketch.Frame with { Design = design, Groups = StudySketch.Frame.Groups.Add(held.Id, held) }, _ => true));
        Assert.Equal((2, 1, 1, 1), (progress.Wanted, progress.Held, progress.ToHold, progress.Short));
        Assert.Equal("group.target", GroupTargets.Set(StudySketch.Frame, design, new(StudySketch.T1, GroupKind.Parents, 51)).Refused().Code);
    }

    [Fact]
    public void Facilitators_and_room_stand_in_the_same_diaries_as_interviews()
    {
        var claims = DiaryClaims.Of(GroupHistory.Session.Facilitators, GroupHistory.Session.Room, GroupHistory.Session.Start, 90, 30, "Europe/London");
        Assert.Equal(["person~alice@example.org~2016-07", "person~bob@example.org~2016-07", "room~ashmere-1~2016-07"], claims.Select(c => $"{c.Diary}"));
        Assert.Equal([-30, -30, 0], claims.Select(c => (c.From - GroupHistory.Start).TotalMinutes));
    }
}
