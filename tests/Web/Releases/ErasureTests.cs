using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.FocusGroups;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>What was erased cannot be read as of an instant before it, and nothing pretends that it could.</summary>
public sealed class ErasureTests(ErasingStudy study) : IClassFixture<ErasingStudy>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_is_not_made_again_once_facts_of_it_were_erased_and_the_families_are_named()
    {
        var family = await study.Family();
        var analyst = await study.As(Roles.Analyst);
        var made = await study.Release(analyst, new { dataset = "families", shape = "wide" });
        var store = study.Services.GetRequiredService<IRecordStore>();
        var record = (await store.Read(new("family", $"{family.Id}"), Stop))!;
        var erased = Ledger<FamilyFact>.FromStored($"{family.Id}", record.Content).Erase(f => f.Content is FamilyFact.MemberJoined);
        await store.Write(record.Key, erased.ToStored(), record.Version, Stop);
        await Refused(analyst, $"releases/{Id(made)}/remake", null, $"{family.Id}");
    }

    [Fact]
    public async Task A_plain_extract_as_of_a_day_before_an_erasure_is_refused_and_one_as_of_later_or_without_them_is_given()
    {
        var (family, analyst) = (await study.Family(), await study.As(Roles.Analyst));
        var before = DateTimeOffset.UtcNow;
        object Recipe(DateTimeOffset asOf, string erased = "refuse", string dataset = "families") => new { dataset, shape = dataset == "families" ? "wide" : "long", asOf, erased };
        await Gives(analyst, Recipe(before));
        await Erase(family);
        await Refused(analyst, "extracts", Recipe(before), $"{family.Id}");
        await Refused(analyst, "releases", new { title = "As it stood", recipe = Recipe(before) }, $"{family.Id}");
        await Gives(analyst, Recipe(DateTimeOffset.UtcNow));
        await Gives(analyst, Recipe(before, "left-out"));
        await Gives(analyst, Recipe(before, dataset: "sites")); // nothing of it was erased
    }

    [Fact]
    public async Task A_release_of_focus_groups_is_not_made_again_once_one_of_those_invited_was_erased_and_the_group_is_named()
    {
        var (family, group) = (await study.Family(), await study.Group(RunningStudy.OwnSite, GroupKind.Parents));
        Assert.Equal(HttpStatusCode.OK, (await study.Invite(group, family.Parent().Id)).Status);
        var analyst = await study.As(Roles.Analyst);
        var (groups, sites) = (await study.Release(analyst, new { dataset = "focus-groups", shape = "long" }), await study.Release(analyst, new { dataset = "sites", shape = "long" }));
        await Erase(family);
        await Refused(analyst, $"releases/{Id(groups)}/remake", null, $"{group.Id}");
        await Refused(analyst, "extracts", new { dataset = "focus-groups", asOf = groups.GetProperty("asOf").GetString() }, $"{group.Id}");
        using var remade = await study.Ask(analyst, HttpMethod.Post, $"releases/{Id(sites)}/remake", null);
        Assert.Equal(HttpStatusCode.OK, remade.StatusCode);
        var elsewhere = await study.At(RunningStudy.OtherSite, Roles.Analyst); // never had a row of it
        await Gives(elsewhere, new { dataset = "focus-groups", asOf = groups.GetProperty("asOf").GetString() });
    }

    private static string Id(JsonElement release) => release.GetProperty("id").GetString()!;

    private async Task Erase(FamilyState family) => OpenedStudy.Accepted(
        await study.Services.GetRequiredService<Erasures>().Erase(family.Id, family.Parent().Id, OpenedStudy.Today, new ContactViewer(true, false, null), OpenedStudy.Stamp("asked for it")));

    private async Task Gives(Visitor visitor, object recipe)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Post, "extracts", recipe);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task Refused(Visitor visitor, string path, object? body, string id)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Post, path, body);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("release.erased", text, StringComparison.Ordinal);
        Assert.Contains(id, text, StringComparison.Ordinal);
    }
}

/// <summary>A study of its own: what is erased here would refuse the releases of other tests.</summary>
public sealed class ErasingStudy : RunningStudy;
