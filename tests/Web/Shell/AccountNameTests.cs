using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.DoubleEntry;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Shell.Accounts;

namespace SosLongitudinal.Tests.Web.Shell;

/// <summary>Pages say who did something by name, also after they left; the API says the key.</summary>
public sealed class AccountNameTests(TwiceStudy study) : IClassFixture<TwiceStudy>
{
    [Fact]
    public async Task Lists_histories_and_refusals_say_the_names_of_those_who_keyed_also_of_one_whose_account_is_closed()
    {
        var (asta, bo) = (await Account("asta.berg", "Asta Berg"), await Account("bo.lund", "Bo Lund"));
        var family = await study.Family();
        await Enter(family, asta);
        OpenedStudy.Accepted(await study.Grains.SecondEntry(family.Id).Enter(TwiceStudy.Entry(family, ("consid", 2)), TwiceStudy.By(bo)));
        OpenedStudy.Accepted(await study.Grains.FormWork(family.Id).Lock(family.SdqPlace(), TwiceStudy.By(asta) with { Why = "final" }));
        OpenedStudy.Accepted(await study.Grains.Account(AccountKey.Parse(asta)).Close(OpenedStudy.Stamp()));
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);

        foreach (var address in new[] { FormsLinks.ToSettle(), TwiceStudy.Place(family), TwiceStudy.Place(family, "/settle"), $"/families/{family.Id}" })
        {
            var page = await visitor.Get(address);
            Assert.Contains("Asta Berg", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(asta, page.Words, StringComparison.Ordinal);
            Assert.Contains(page.Document.QuerySelectorAll("span[title]"), span => (span.TextContent, span.GetAttribute("title")) == ("Asta Berg", asta));
        }
        Assert.Contains("locked by Asta Berg", (await visitor.Get(FormWorkLinks.Edit(family.Id, family.SdqPlace()))).Words, StringComparison.Ordinal);
        var first = (await ApiCall.Send(study, visitor, HttpMethod.Get, $"{TwiceStudy.Place(family)}/differences")).Body.GetProperty("first");
        Assert.Equal(asta, first.GetProperty("by").GetString());
    }

    [Fact]
    public async Task Where_two_people_have_one_name_the_address_stands_beside_it()
    {
        var (one, other) = (await Account("kim.one", "Kim Dahl"), await Account("kim.two", "Kim Dahl"));
        var family = await study.Family();
        await Enter(family, one);
        OpenedStudy.Accepted(await study.Grains.SecondEntry(family.Id).Enter(TwiceStudy.Entry(family), TwiceStudy.By(other)));

        var words = (await (await study.At(RunningStudy.OwnSite, Roles.Researcher)).Get(TwiceStudy.Place(family))).Words;
        Assert.Contains($"Kim Dahl ({one})", words, StringComparison.Ordinal);
        Assert.Contains($"Kim Dahl ({other})", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_to_choose_from_and_the_roster_are_named_with_the_address_only_where_two_have_one_name()
    {
        var alone = await Account("ingrid.vik", "Ingrid Vik", Roles.Interviewer);
        var (one, _) = (await Account("kai.one", "Kai Strand", Roles.Interviewer), await Account("kai.two", "Kai Strand", Roles.Interviewer));
        var family = await study.Family();
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);

        var choices = (await visitor.Get($"/families/{family.Id}/interviewer/t1")).Document.QuerySelectorAll("#Interviewer option, [name=Interviewer] + label").Select(o => o.TextContent.Trim()).ToList();
        Assert.Contains("Ingrid Vik", choices);
        Assert.Contains($"Kai Strand ({one})", choices);
        var roster = (await visitor.Get("/appointments/roster")).Words;
        Assert.Contains("Ingrid Vik", roster, StringComparison.Ordinal);
        Assert.DoesNotContain(alone, roster, StringComparison.Ordinal);
        Assert.Contains(one, roster, StringComparison.Ordinal);
    }

    private async Task Enter(Study.Families.FamilyState family, string who) => OpenedStudy.Accepted(await study.Grains.Forms(family.Id).Enter(TwiceStudy.Entry(family), TwiceStudy.By(who)));

    private async Task<string> Account(string local, string name, Roles roles = Roles.Researcher)
    {
        await using var scope = study.Services.CreateAsyncScope();
        OpenedStudy.Accepted(await scope.ServiceProvider.GetRequiredService<AccountDoor>().Create($"{local}@study.example", name, roles, SiteScope.All, RunningStudy.Password, OpenedStudy.Stamp()));
        return $"{local}@study.example";
    }
}
