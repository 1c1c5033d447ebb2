using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Drafts;

namespace SosLongitudinal.Tests.Web.Consent;

/// <summary>Every way in which a family can be read, after each kind of withdrawal: its page, its contact details, the due list, the lists, the API, the extracts.</summary>
public sealed class WithdrawalWalkTests(RunningStudy study)
{
    private const string Address = "12 Quiet Lane";
    private static readonly string[] Scopes = [.. Enum.GetNames<ConsentScope>()];

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    /// <summary>What each way of reading shows.</summary>
    private sealed record Seen(bool Due, bool DueInTheApi, bool InExtract, bool FormInExtract, bool FormShown, bool OnItsPage, bool Reachable);

    [Fact]
    public async Task Before_any_withdrawal_everything_is_there() => Assert.Equal(new(true, true, true, true, true, true, true), await Walk(await Filled()));

    [Fact]
    public async Task After_no_further_contact_nothing_is_due_and_what_was_collected_is_still_used()
    {
        var family = await Filled();
        await Withdraw(family, WithdrawalExtent.NoFurtherContact, null);
        Assert.Equal(new(false, false, true, true, true, true, false), await Walk(family));
    }

    [Fact]
    public async Task After_no_further_use_no_answer_is_in_an_extract_either()
    {
        var family = await Filled();
        await Withdraw(family, WithdrawalExtent.NoFurtherUse, null);
        Assert.Equal(new(false, false, true, false, false, true, false), await Walk(family));
    }

    [Fact]
    public async Task One_child_s_own_withdrawal_takes_their_forms_out_and_leaves_the_family_due()
    {
        var family = await Filled();
        await Withdraw(family, WithdrawalExtent.NoFurtherUse, family.Child().Id);
        Assert.Equal(new(true, true, true, false, false, true, true), await Walk(family));
    }

    [Fact]
    public async Task After_erasure_nothing_is_left_but_a_line_and_the_chain_still_holds()
    {
        var family = await Filled();
        await Withdraw(family, WithdrawalExtent.FullErasure, null);
        var asked = await (await Coordinator).Get($"/consent-checks?kind=Erasure&site={RunningStudy.OwnSite}");
        Assert.Contains($"{family.Id}", asked.Words, StringComparison.Ordinal);

        var erased = await (await Coordinator).Post($"/families/{family.Id}/erase", new { Whom = "family", Reason = "asked for it", Confirm = $"{family.Id}" });
        Assert.Equal($"/families/{family.Id}", erased.Location);

        Assert.Equal(new(false, false, false, false, false, false, false), await Walk(family));
        var page = await (await Coordinator).Get($"/families/{family.Id}");
        Assert.Contains("All that was held was erased on", page.Words, StringComparison.Ordinal);
        var stored = await Stored("family", family);
        Assert.Null(LedgerCheck.Of("sos.family", stored.Key, stored.Bytes).Fault);
        Assert.DoesNotContain(family.Serial, Encoding.UTF8.GetString(stored.Bytes.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("somatic", Encoding.UTF8.GetString(stored.Bytes.Span), StringComparison.Ordinal);
        Assert.DoesNotContain(await study.Grains.Contact(family.Id).History(), h => h.Kind == "contact.recorded" && h.Content.Length > 0);

        var again = await Post($"/families/{family.Id}/withdrawals", new { scopes = new[] { "interview" }, from = $"{OpenedStudy.Today:yyyy-MM-dd}" });
        Assert.Equal((HttpStatusCode.Conflict, "family.erased"), (again.Status, again.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task One_member_is_erased_by_the_API_and_sent_again_it_is_the_same_command()
    {
        var family = await Filled();
        var body = new { reason = "asked for it", confirm = $"{family.Id}", member = $"{family.Child().Id}" };
        var key = Guid.NewGuid().ToString();
        var erased = await Post($"/families/{family.Id}/erasures", body, key);
        Assert.Equal(HttpStatusCode.OK, erased.Status);
        Assert.Empty(erased.Body.GetProperty("forms").EnumerateArray());
        Assert.Equal(erased.Body.GetProperty("version").GetInt32(), (await Post($"/families/{family.Id}/erasures", body, key)).Body.GetProperty("version").GetInt32());
        var stored = await Stored("family", family);
        Assert.Null(LedgerCheck.Of("sos.family", stored.Key, stored.Bytes).Fault);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "erasure.not-confirmed"), await Code(Post($"/families/{family.Id}/erasures", body with { confirm = FamilyId.From("other").ToString() })));
    }

    [Fact]
    public async Task What_was_typed_about_an_erased_family_and_never_saved_goes_too_and_other_drafts_stay()
    {
        var (family, other) = (await Filled(), await study.Family());
        var drafts = study.Services.GetRequiredService<DraftStore>();
        var person = new Person(AccountKey.Parse("typist@study.example"), "Typist", Roles.Researcher, SiteScope.All);
        foreach (var one in new[] { family, other })
            await drafts.Save(person, new(OperationId.New().ToString(), "/forms/batch", "A form", [new("Paper.Child", $"{one.Id}".ToLowerInvariant()), new("answer.obeys", "2")], DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.OK, (await Post($"/families/{family.Id}/erasures", new { reason = "asked for it", confirm = $"{family.Id}" })).Status);
        Assert.Contains($"{other.Id}", Assert.Single(await drafts.List(person)).Fields[0].Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Contact_details_alone_are_erased_from_their_page()
    {
        var family = await Filled();
        var at = $"/families/{family.Id}/contact/{family.Parent().Id}/erase";
        (await (await Coordinator).Post(at, new { })).ShouldAskFor("Reason", "Give the reason, without names; it stays on record.");
        Assert.Equal($"/families/{family.Id}", (await (await Coordinator).Post(at, new { Reason = "moved, unsafe" })).Location);
        Assert.DoesNotContain(Address, (await (await Coordinator).Get($"/families/{family.Id}/contact/{family.Parent().Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("No contact details are held", (await (await Coordinator).Get(at)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_form_says_for_whom_by_what_right_on_which_wording_and_who_took_it()
    {
        var family = await study.Family();
        var given = await (await Coordinator).Post($"/families/{family.Id}/consent", Day("On", OpenedStudy.Today).Concat(new Dictionary<string, string>
        {
            ["Scopes"] = "Linkage", ["About"] = $"{family.Child().Id}", ["GivenBy"] = $"{family.Parent().Id}", ["Authority"] = "ParentalResponsibility", ["Wave"] = "t1", ["Wording"] = "parents, 3", ["Mode"] = "Paper", ["TakenBy"] = "JB",
        }));
        Assert.Equal($"/families/{family.Id}", given.Location);
        var consent = (await study.Grains.Family(family.Id).Read())!.Consents[^1];
        Assert.Equal((OpenedStudy.T1, "parents, 3", ConsentAuthority.ParentalResponsibility, "JB", ConsentMode.Paper), (consent.Wave, consent.Wording, consent.Authority, consent.TakenBy, consent.Mode));
        Assert.Contains("parents, 3", (await (await Coordinator).Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removal_asks_for_a_check_of_parental_responsibility_until_it_is_recorded_and_a_child_s_no_is_kept()
    {
        var family = await study.Family();
        var child = family.Child().Id;
        await Post($"/families/{family.Id}/events", new { kind = "removal", on = $"{OpenedStudy.Today.AddDays(-10):yyyy-MM-dd}", child = $"{child}" });
        Assert.Contains("Check who holds parental responsibility", (await (await Coordinator).Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
        await (await Coordinator).Post($"/families/{family.Id}/responsibility/{child}", Day("On", OpenedStudy.Today).Concat(new Dictionary<string, string> { ["Holder"] = "LocalAuthority", ["Source"] = "care order" }));
        Assert.DoesNotContain("Check who holds parental responsibility", (await (await Coordinator).Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);

        await (await Coordinator).Post($"/families/{family.Id}/assent/{child}", Day("On", OpenedStudy.Today).Concat(new Dictionary<string, string> { ["Given"] = "no", ["Wave"] = "t1", ["Mode"] = "Spoken", ["TakenBy"] = "JB" }));
        Assert.False(Assert.Single((await study.Grains.Family(family.Id).Read())!.Assents).Given);
    }

    private async Task<FamilyState> Filled()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(OpenedStudy.T1, "interviewer-ashbourne@study.example", OpenedStudy.Sampled, OpenedStudy.Stamp()));
        var saved = await (await Coordinator).Post($"/families/{family.Id}/contact/{family.Parent().Id}", new Dictionary<string, string> { ["Typed.Name"] = "Jo Example", ["Typed.Address"] = Address });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return (await study.Grains.Family(family.Id).Read())!;
    }

    private async Task Withdraw(FamilyState family, WithdrawalExtent extent, MemberId? member)
    {
        var withdrawn = await (await Coordinator).Post($"/families/{family.Id}/withdraw",
            Scopes.Select(s => KeyValuePair.Create("Scopes", s)).Append(new("About", member?.ToString() ?? "family")).Append(new("Extent", extent.ToString())).Concat(Day("From", OpenedStudy.Today)));
        Assert.Equal($"/families/{family.Id}", withdrawn.Location);
    }

    private async Task<Seen> Walk(FamilyState family)
    {
        var (coordinator, interviewer) = (await Coordinator, await study.At(RunningStudy.OwnSite, Roles.Interviewer));
        var due = false;
        for (var (path, pages) = ((string?)"/fieldwork/due?wave=t1&track=Interview&state=Open", 0); path is not null && pages < 50; pages++)
        {
            var list = await coordinator.Get(path);
            due |= list.Document.QuerySelectorAll("main tbody tr").Any(tr => tr.TextContent.Contains($"{family.Id}", StringComparison.Ordinal));
            path = list.Document.QuerySelector(".govuk-pagination__next a")?.GetAttribute("href");
        }
        var view = await Get($"/families/{family.Id}");
        var dueInTheApi = view.GetProperty("due").EnumerateArray().Any(d => d.GetProperty("wave").GetString() == "t1" && d.GetProperty("track").GetString() == "interview" && d.GetProperty("state").GetString() is "open" or "closing-soon");
        var page = await coordinator.Get($"/families/{family.Id}");
        var reached = await interviewer.Get($"/families/{family.Id}/contact/{family.Parent().Id}");
        return new(due, dueInTheApi, (await Extract("families.csv?shape=wide")).Contains($"{family.Id}", StringComparison.Ordinal), (await Extract("sdq.csv?shape=long")).Contains($"{family.Id}", StringComparison.Ordinal),
            await FormShown(family), page.Words.Contains(family.Serial, StringComparison.Ordinal), reached.Status == HttpStatusCode.OK);
    }

    /// <summary>Whether the page, the API, its history and the page for changing it show what the one form says; they agree.</summary>
    private async Task<bool> FormShown(FamilyState family)
    {
        var (coordinator, researcher, at) = (await Coordinator, await study.At(RunningStudy.OwnSite, Roles.Researcher), $"/families/{family.Id}/forms/{family.Forms[0].Place}");
        using var api = await Api(Roles.Coordinator);
        List<bool> shown = [(await coordinator.Get(at)).Document.QuerySelector("#scores") is not null, (await researcher.Get($"{at}/edit")).Status == HttpStatusCode.OK];
        foreach (var path in new[] { at, $"{at}/history" })
        {
            using var answer = await api.GetAsync($"/api/v1{path}", TestContext.Current.CancellationToken);
            shown.Add(answer.StatusCode == HttpStatusCode.OK);
        }
        return Assert.Single(shown.Distinct());
    }

    private async Task<string> Extract(string path)
    {
        using var api = await Api(Roles.Analyst);
        return await api.GetStringAsync($"/api/v1/extracts/{path}", TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> Get(string path)
    {
        using var api = await Api(Roles.Coordinator);
        return await api.GetFromJsonAsync<JsonElement>($"/api/v1{path}", TestContext.Current.CancellationToken);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body, string? key = null)
    {
        using var api = await Api(Roles.Coordinator);
        if (key is not null) api.DefaultRequestHeaders.Add("Idempotency-Key", key);
        using var response = await api.PostAsJsonAsync($"/api/v1{path}", body, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static async Task<(HttpStatusCode, string?)> Code(Task<(HttpStatusCode Status, JsonElement Body)> sent) => ((await sent).Status, (await sent).Body.GetProperty("code").GetString());

    private async Task<HttpClient> Api(Roles role)
    {
        var api = new HttpClient { BaseAddress = study.Address };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await (await study.At(RunningStudy.OwnSite, role)).Token(study));
        return api;
    }

    private async Task<(string Key, ReadOnlyMemory<byte> Bytes)> Stored(string state, FamilyState family)
    {
        var record = await study.Services.GetRequiredService<IRecordStore>().Read(new RecordKey(state, $"{family.Id}"), TestContext.Current.CancellationToken);
        return (record!.Key.Key, record.Content);
    }

    private static IEnumerable<KeyValuePair<string, string>> Day(string field, DateOnly day) =>
        [new($"{field}.Day", $"{day.Day}"), new($"{field}.Month", $"{day.Month}"), new($"{field}.Year", $"{day.Year}")];
}
