using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Pages.Fieldwork;

namespace SosLongitudinal.Tests.Web.Appointments;

/// <summary>Slots offered by API and page, booked in few steps, and what safe contact forbids.</summary>
public sealed class SlotTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(10);

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task Ten_slots_at_most_are_offered_the_assigned_interviewer_s_first_and_the_first_of_them_can_be_booked()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(OpenedStudy.T1, interviewer, OpenedStudy.Sampled, OpenedStudy.Stamp()));

        var offered = await Api(HttpMethod.Get, $"/api/v1/families/{family.Id}/slots?wave=t1&part=evening");
        var slots = offered.Body.GetProperty("slots").EnumerateArray().ToList();
        Assert.InRange(slots.Count, 1, 10);
        Assert.Equal((interviewer, "assigned"), (slots[0].GetProperty("interviewer").GetString(), slots[0].GetProperty("order").GetString()));
        Assert.All(slots, s => Assert.True(TimeOnly.Parse(s.GetProperty("at").GetString()!, null) >= new TimeOnly(17, 0)));

        var booked = await Api(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments", new { wave = "t1", interviewer, on = slots[0].GetProperty("on").GetString(), at = slots[0].GetProperty("at").GetString(), travel = 30 });
        Assert.Equal(HttpStatusCode.Created, booked.Status);
        var after = await Api(HttpMethod.Get, $"/api/v1/families/{family.Id}/slots?wave=t1");
        Assert.Equal((0, "slots.booked"), (after.Body.GetProperty("slots").GetArrayLength(), after.Body.GetProperty("noneCode").GetString()));
    }

    [Fact]
    public async Task From_the_due_list_the_first_offered_slot_is_booked_in_three_steps_and_without_leaving_it()
    {
        var (family, interviewer, visitor) = (await study.Family(), await study.Interviewer(), await Coordinator);
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(OpenedStudy.T1, interviewer, OpenedStudy.Sampled, OpenedStudy.Stamp()));
        var list = await visitor.Get(FieldworkLinks.DueFor(wave: "t1", interviewer: interviewer));

        var book = list.Document.QuerySelectorAll("main a").Single(a => a.TextContent == $"Book, family {family.Id}").GetAttribute("href")!; // one
        var offered = await visitor.Get(book);
        var slot = offered.Document.QuerySelectorAll("input[name=Slot]").Single(r => r.HasAttribute("checked")).GetAttribute("value")!; // two, where it is not the one chosen beforehand
        var form = offered.Document.QuerySelector("main form[method=post]")!;
        var done = await visitor.Send(form.GetAttribute("action")!, [.. Page.Hidden(form), new("Slot", slot)]); // three

        Assert.StartsWith(FieldworkLinks.Due, done.Location, StringComparison.Ordinal);
        var back = await visitor.Get(done.Location!);
        Assert.Contains($"Family {family.Id} is booked for", back.Text, StringComparison.Ordinal);
        Assert.Contains("Booked for", back.Words, StringComparison.Ordinal);
        Assert.Equal(interviewer, Assert.Single((await study.Grains.Family(family.Id).Read())!.Appointments).Plan.Interviewer);
    }

    [Fact]
    public async Task A_slot_that_somebody_took_meanwhile_comes_back_with_fresh_ones()
    {
        var (family, other, visitor) = (await study.Family(), await study.Family(), await Coordinator);
        await study.Interviewer(); // somebody whose time can be offered, whichever test runs first
        var path = AppointmentsLinks.Offer(family.Id, OpenedStudy.T1);
        var shown = await visitor.Get(path);
        var slot = shown.Document.QuerySelector("input[name=Slot]")!.GetAttribute("value")!;
        var choice = Study.Diaries.Slots.SlotChoice.Parse(slot);
        var local = LocalTimes.Local("Europe/London", choice.Start);
        await study.Appointment(other, choice.Interviewer, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local).ToString("HH:mm", null));

        var refused = await visitor.Send(path, [.. Page.Hidden(shown.Document.QuerySelector("main form[method=post]")!), new("Slot", slot)]);

        refused.ShouldAskFor("Slot", "This person has another appointment then. Choose another time or somebody else.");
        Assert.DoesNotContain(slot, refused.Document.QuerySelectorAll("input[name=Slot]").Select(i => i.GetAttribute("value")));
        var again = refused.Document.QuerySelector("input[name=Slot]")!.GetAttribute("value")!;
        var done = await visitor.Send(path, [.. Page.Hidden(refused.Document.QuerySelector("main form[method=post]")!), new("Slot", again)]);
        Assert.Equal(AppointmentsLinks.OfFamily(family.Id), done.Location);
    }

    [Fact]
    public async Task Where_nobody_may_call_no_telephone_slot_is_offered_and_none_can_be_booked_or_moved_to()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await Flags(family, new() { DoNotCall = true });

        var offered = await Api(HttpMethod.Get, $"/api/v1/families/{family.Id}/slots?wave=t1&mode=telephone");
        Assert.Equal(("safety.do-not-call", "Do not call this member. Choose another way."), (offered.Body.GetProperty("noneCode").GetString(), offered.Body.GetProperty("noneBecause").GetString()));
        var path = $"/api/v1/families/{family.Id}/appointments";
        Assert.Equal("safety.do-not-call", (await Api(HttpMethod.Post, path, new { wave = "t1", interviewer, on = Day, at = "10:00", mode = "telephone" })).Code);
        Assert.Equal(HttpStatusCode.Created, (await Api(HttpMethod.Post, path, new { wave = "t1", interviewer, on = Day, at = "10:00" })).Status);
        Assert.Equal("safety.do-not-call", (await Api(HttpMethod.Post, $"{path}/1/move", new { asked = "family", mode = "video" })).Code);
        var page = await (await Coordinator).Post(AppointmentsLinks.Book(family.Id, OpenedStudy.T1), new Dictionary<string, string>
        {
            ["Interviewer"] = interviewer, ["Mode"] = "Telephone", ["On.Day"] = $"{Day.Day}", ["On.Month"] = $"{Day.Month}", ["On.Year"] = $"{Day.Year}", ["At"] = "14:00", ["Minutes"] = "60", ["Travel"] = "0",
        });
        page.ShouldAskFor("Mode", "Do not call this member. Choose another way.");
    }

    [Fact]
    public async Task Only_safe_times_are_offered_and_no_other_can_be_booked_but_a_room_may_stand_in_for_a_home_not_to_be_visited()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await Flags(family, new() { DoNotVisit = true, Hours = [SafeHours.Read("Daily 10:00-12:30")!] });
        var room = $"r{Guid.NewGuid().ToString()[..8]}";
        await Api(HttpMethod.Put, $"/api/v1/sites/{RunningStudy.OwnSite}/rooms/{room}", new { name = "Room" });
        var path = $"/api/v1/families/{family.Id}/appointments";

        Assert.Equal("safety.do-not-visit", (await Api(HttpMethod.Get, $"/api/v1/families/{family.Id}/slots?wave=t1")).Body.GetProperty("noneCode").GetString());
        var offered = (await Api(HttpMethod.Get, $"/api/v1/families/{family.Id}/slots?wave=t1&room={room}")).Body.GetProperty("slots").EnumerateArray().ToList();
        Assert.NotEmpty(offered);
        Assert.All(offered, s => Assert.InRange(TimeOnly.Parse(s.GetProperty("at").GetString()!, null), new(10, 0), new(11, 30)));
        Assert.Equal("safety.do-not-visit", (await Api(HttpMethod.Post, path, new { wave = "t1", interviewer, on = Day, at = "10:00" })).Code);
        Assert.Equal("safety.hours", (await Api(HttpMethod.Post, path, new { wave = "t1", interviewer, on = Day, at = "12:00", room })).Code);
        Assert.Equal(HttpStatusCode.Created, (await Api(HttpMethod.Post, path, new { wave = "t1", interviewer, on = Day, at = "11:30", room })).Status);
    }

    private async Task Flags(FamilyState family, SafeContact safety) =>
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).SetFlags(family.Parent().Id, safety, new(true, false, null), OpenedStudy.Stamp()));

    private async Task<ApiAnswer> Api(HttpMethod method, string path, object? body = null)
    {
        var visitor = await Coordinator;
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await visitor.Token(study));
        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    private sealed record ApiAnswer(HttpStatusCode Status, JsonElement Body)
    {
        public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;
    }
}
