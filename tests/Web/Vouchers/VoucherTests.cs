using System.Net;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Vouchers;

namespace SosLongitudinal.Tests.Web.Vouchers;

/// <summary>Vouchers by page and API: a serial once in the whole study, receipts, sums, and a list for the accounts without names.</summary>
public sealed class VoucherTests(RunningStudy study)
{
    private readonly string mark = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    private static object Body(FamilyState family, string serial, string way = "handed-over", string? reason = null) =>
        new { serial, pence = 1050, kind = "paper", member = $"{family.Parent().Id}", wave = "t1", way, on = OpenedStudy.Today, reason };

    private async Task<ApiCall> Give(FamilyState family, string serial, string way = "handed-over", string? reason = null, string? operation = null, Visitor? visitor = null) =>
        await ApiCall.Send(study, visitor ?? await Coordinator, HttpMethod.Post, $"/families/{family.Id}/vouchers", Body(family, serial, way, reason), operation);

    [Fact]
    public async Task One_is_given_on_the_page_gets_its_receipt_and_is_voided_with_a_reason()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var address = VouchersLinks.Give(family.Id, OpenedStudy.T1);
        (await visitor.Post(address, new { Serial = $"P-{mark}", Amount = "ten" })).ShouldAskFor("Amount", "Give the amount in pounds, such as 10 or 10.50; at most 1,000.");
        var given = await visitor.Post(address, Typed(family, "10.50"));
        Assert.Equal((HttpStatusCode.Redirect, $"/vouchers/P-{mark}"), (given.Status, given.Location));
        Assert.Contains("£10.50, paper", (await visitor.Get(given.Location!)).Words, StringComparison.Ordinal);
        var open = $"{VouchersLinks.List}?site={RunningStudy.OwnSite}&wave=t1&receipt=none";
        Assert.Contains($"P-{mark}", (await visitor.Get(open)).Words, StringComparison.Ordinal);

        (await visitor.Post(given.Location!, new { })).ShouldAskFor("Receipt", "Choose what shows that it came.");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post(given.Location!, new Dictionary<string, string> { ["Receipt"] = "SignedPaper", ["On.Day"] = $"{OpenedStudy.Today.Day}", ["On.Month"] = $"{OpenedStudy.Today.Month}", ["On.Year"] = $"{OpenedStudy.Today.Year}" })).Status);
        Assert.DoesNotContain($"P-{mark}", (await visitor.Get(open)).Words, StringComparison.Ordinal);
        Assert.Contains("Signed paper", (await visitor.Get(address)).Words, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post($"{given.Location}/void", new { Reason = "another family's" })).Status);
        Assert.Contains("another family's", (await visitor.Get(given.Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_serial_is_given_once_however_many_try_and_the_same_operation_is_one()
    {
        var families = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => study.Family()));
        var tried = await Task.WhenAll(families.Select(f => Give(f, $"once {mark}")));
        Assert.Single(tried, t => t.Status == HttpStatusCode.Created);
        Assert.All(tried.Where(t => t.Status != HttpStatusCode.Created), t => Assert.Equal("voucher.used", t.Code));
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Created, (await Give(families[0], $"again{mark}", operation: $"v-{mark}")).Status);
        Assert.Equal("operation.reused", (await Give(families[1], $"again{mark}", operation: $"v-{mark}")).Code);
    }

    [Fact]
    public async Task The_list_and_its_sum_are_of_one_s_own_sites_and_the_accounts_get_serials_without_names()
    {
        var (mine, other) = (await study.Family(), await study.Family(RunningStudy.OtherSite));
        Assert.Equal(HttpStatusCode.Created, (await Give(mine, $"L1{mark}")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Give(other, $"L2{mark}", visitor: await study.As(Roles.Administrator))).Status);
        var listed = (await ApiCall.Send(study, await Coordinator, HttpMethod.Get, "/vouchers?wave=t1&open=true")).Body;
        var items = listed.GetProperty("items").EnumerateArray().Select(v => v.GetProperty("serial").GetString()).ToList();
        Assert.Contains($"L1{mark}", items);
        Assert.DoesNotContain($"L2{mark}", items);
        Assert.Equal(listed.GetProperty("items").EnumerateArray().Sum(v => v.GetProperty("pence").GetInt64()), listed.GetProperty("pence").GetInt64());
        var csv = (await (await Coordinator).Get(VouchersLinks.Csv($"{RunningStudy.OwnSite}", "t1"))).Text;
        Assert.StartsWith("serial,family,member,site,wave,pence,currency,", csv, StringComparison.Ordinal);
        Assert.Contains($"L1{mark},{mine.Id},{mine.Parent().Id},{RunningStudy.OwnSite},t1,1050,GBP,paper,handed-over,{OpenedStudy.Today:yyyy-MM-dd},none-yet,,no\r\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("@", csv, StringComparison.Ordinal);
        Assert.DoesNotContain($"L2{mark}", csv, StringComparison.Ordinal);
        var auditor = await (await study.At(RunningStudy.OwnSite, Roles.Auditor)).Get(VouchersLinks.List);
        Assert.Contains($"L1{mark}", auditor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"/vouchers/L1{mark}", auditor.Text, StringComparison.Ordinal); // theirs to read, not to open
        Assert.Equal("voucher.unknown", (await ApiCall.Send(study, await Coordinator, HttpMethod.Put, $"/vouchers/L2{mark}/receipt", new { receipt = "reply", on = OpenedStudy.Today })).Code);
    }

    [Fact]
    public async Task What_safe_contact_forbids_is_not_posted_unless_somebody_says_why_it_was()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).SetFlags(family.Parent().Id, new() { NoLetters = true, DoNotEmail = true }, new(true, false, null), OpenedStudy.Stamp()));
        foreach (var way in new[] { "posted", "emailed" }) Assert.Equal("voucher.unsafe", (await Give(family, $"S{mark}", way)).Code);
        Assert.Equal(HttpStatusCode.Created, (await Give(family, $"S{mark}", "posted", "posted before the flag was set")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Give(family, $"T{mark}")).Status);
        var page = await visitor.Post(VouchersLinks.Give(family.Id, OpenedStudy.T1), new Dictionary<string, string>(Typed(family, "10", "Posted")) { ["Serial"] = $"U{mark}" });
        page.ShouldAskFor("Reason", "Send this member no letters. Choose another way. If it was sent all the same, say why.");
    }

    [Fact]
    public async Task An_interviewer_gives_them_to_families_they_meet_and_to_no_other()
    {
        var (mine, other, interviewer) = (await study.Family(), await study.Family(), await study.At(RunningStudy.OwnSite, Roles.Interviewer));
        OpenedStudy.Accepted(await study.Grains.Fieldwork(mine.Id).Assign(OpenedStudy.T1, $"interviewer-{RunningStudy.OwnSite}@study.example", OpenedStudy.Sampled, OpenedStudy.Stamp()));
        Assert.Equal(HttpStatusCode.Created, (await Give(mine, $"I1{mark}", visitor: interviewer)).Status);
        Assert.Equal("voucher.not-yours", (await Give(other, $"I2{mark}", visitor: interviewer)).Code);
        Assert.Equal(HttpStatusCode.Created, (await Give(other, $"I3{mark}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await interviewer.Get($"/vouchers/I3{mark}")).Status);
    }

    private Dictionary<string, string> Typed(FamilyState family, string amount, string way = "HandedOver") => new()
    {
        ["Serial"] = $"p-{mark}", ["Amount"] = amount, ["Kind"] = "Paper", ["Member"] = $"{family.Parent().Id}", ["Way"] = way,
        ["On.Day"] = $"{OpenedStudy.Today.Day}", ["On.Month"] = $"{OpenedStudy.Today.Month}", ["On.Year"] = $"{OpenedStudy.Today.Year}",
    };
}
