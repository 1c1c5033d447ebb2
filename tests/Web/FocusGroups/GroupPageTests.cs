using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.FocusGroups;

namespace SosLongitudinal.Tests.Web.FocusGroups;

/// <summary>What a coordinator does about focus groups by page.</summary>
public sealed class GroupPageTests(RunningStudy study)
{
    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task A_coordinator_plans_invites_books_and_cancels_a_group()
    {
        var (visitor, interviewer, room, day) = (await Coordinator, await study.Interviewer(), await study.Room(RunningStudy.OwnSite), OpenedStudy.Today.AddDays(15));
        await study.Family();
        await study.Family();
        (await visitor.Post(FocusGroupsLinks.Plan, new { })).ShouldAskFor("Kind", "Choose whom the group is of.");
        var planned = await visitor.Post(FocusGroupsLinks.Plan, Fields(("Site", $"{RunningStudy.OwnSite}"), ("Wave", "t1"), ("Kind", "Parents"), ("Typed.Seats", "1"), ("Typed.Minutes", "60"), ("Typed.FromAge", "11"), ("Typed.ToAge", "17")));
        var id = GroupId.Parse(planned.Location!.Split('/')[^1]);

        (await visitor.Post(FocusGroupsLinks.Invite(id), new { HowMany = "2" })).ShouldAskFor("Way", "Choose how they are asked.");
        await visitor.Post(FocusGroupsLinks.Invite(id), new { HowMany = "2", Way = "Letter" });
        var shown = (await visitor.Get(FocusGroupsLinks.Show(id))).Words;
        Assert.Contains("Seat kept, no reply", shown, StringComparison.Ordinal);
        Assert.Contains("Waiting list", shown, StringComparison.Ordinal);
        await visitor.Post(FocusGroupsLinks.Replies(id), Fields(("Said[1]", "No"), ("Said[2]", "Yes")));
        shown = (await visitor.Get(FocusGroupsLinks.Show(id))).Words;
        Assert.Contains("Declined", shown, StringComparison.Ordinal);
        Assert.Contains("Coming", shown, StringComparison.Ordinal);

        var session = Fields(("Lead", interviewer), ("Room", $"{room}"), ("On.Day", $"{day.Day}"), ("On.Month", $"{day.Month}"), ("On.Year", $"{day.Year}"), ("At", "17:30"), ("Minutes", "60"), ("Travel", "0"));
        (await visitor.Post(FocusGroupsLinks.Book(id), Fields(("Lead", ""), ("Room", $"{room}"), ("On.Day", $"{day.Day}"), ("On.Month", $"{day.Month}"), ("On.Year", $"{day.Year}"), ("At", "17:30"), ("Minutes", "60"), ("Travel", "0")))).ShouldAskFor("Lead", "Choose one to 4 facilitators, each once.");
        Assert.Equal(FocusGroupsLinks.Show(id), (await visitor.Post(FocusGroupsLinks.Book(id), session)).Location);
        Assert.Contains("Booked", (await visitor.Get($"{FocusGroupsLinks.List}?Kind=Parents&State=Scheduled")).Words, StringComparison.Ordinal);

        (await visitor.Post(FocusGroupsLinks.Cancel(id), new { Why = "" })).ShouldAskFor("Why", "Say why.");
        await visitor.Post(FocusGroupsLinks.Cancel(id), new { Why = "the room flooded" });
        Assert.Contains("the room flooded", (await visitor.Get(FocusGroupsLinks.Show(id))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_held_is_followed_to_the_coded_transcript()
    {
        var (visitor, group) = (await Coordinator, await study.Group(RunningStudy.OwnSite, GroupKind.KeyInformant, seats: 1));
        await visitor.Post(FocusGroupsLinks.Invite(group.Id), new { Invitee = "Head of service", Way = "Email" });
        var start = DateTimeOffset.UtcNow.AddHours(-2);
        OpenedStudy.Accepted(await study.Grains.FocusGroup(group.Id).Schedule(new(["someone@study.example"], start, 60, null), OpenedStudy.Stamp() with { At = start.AddDays(-3) }));

        await visitor.Post(FocusGroupsLinks.Attendance(group.Id), Fields(("Came[1]", "yes"), ("Recorded[1]", "Agreed")));
        foreach (var step in (string[])["Received", "Checked", "Anonymised", "Coded"])
            await visitor.Post(FocusGroupsLinks.Transcript(group.Id), Fields(("Step", step), ("Source", "Recording"), ("Who", "Typists Ltd"), ("On.Day", $"{OpenedStudy.Today.Day}"), ("On.Month", $"{OpenedStudy.Today.Month}"), ("On.Year", $"{OpenedStudy.Today.Year}")));
        await visitor.Post(FocusGroupsLinks.Close(group.Id), new { Why = "" });

        var shown = (await visitor.Get(FocusGroupsLinks.Show(group.Id))).Words;
        foreach (var word in (string[])["Closed", "head of service", "Everybody agreed", "Received, from a recording", "Coded", "Typists Ltd"]) Assert.Contains(word, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_in_words_which_site_is_short()
    {
        var administrator = await study.As(Roles.Administrator);
        await administrator.Post(FocusGroupsLinks.Targets, new { Wave = "t2", Kind = "KeyInformant", Site = $"{RunningStudy.OtherSite}", Number = "3" });
        var page = (await administrator.Get($"{FocusGroupsLinks.List}?Site={RunningStudy.OtherSite}&Wave=t2&Kind=KeyInformant")).Words;
        Assert.Contains("Short by 3", page, StringComparison.Ordinal);
        Assert.Contains("0 of 3 held", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kelham", (await (await Coordinator).Get($"{FocusGroupsLinks.List}?Wave=t2")).Words, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value);
}
