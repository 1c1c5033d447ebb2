using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Commands;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Instruments;

/// <summary>Test cases one by one: what comes of a tried form is kept by API and command as it is by page.</summary>
public sealed class CaseTests(RunningStudy study)
{
    [Fact]
    public async Task What_comes_of_a_form_is_kept_by_API_beside_the_cases_that_are_there()
    {
        await study.Published("case-api");
        await study.Ask(HttpMethod.Put, "instruments/case-api/cases", """[{"name":"first","answers":{"damp":1,"cold":1},"scores":{"hardship":"2"}}]""");
        var (status, made) = await study.Ask(HttpMethod.Post, "instruments/case-api/cases", """{"name":"damp","keyed":{"damp":"3","cold":"2"}}""");
        Assert.Equal((HttpStatusCode.OK, "5"), (status, made.GetProperty("scores").GetProperty("hardship").GetString()));
        Assert.Equal(["first", "damp"], (await study.Ask(HttpMethod.Get, "instruments/case-api/cases")).Body.EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        var (taken, why) = await study.Ask(HttpMethod.Post, "instruments/case-api/cases", """{"name":"damp","answers":{"damp":1,"cold":1}}""");
        Assert.Equal((HttpStatusCode.Conflict, "instrument.case-taken"), (taken, why.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Post, "instruments/case-api/cases?replace=true", """{"name":"damp","answers":{"damp":1,"cold":1}}""")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await study.Ask(HttpMethod.Post, "instruments/case-api/cases", """{"name":"odd","keyed":{"damp":"often"}}""")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await study.Ask(HttpMethod.Post, "instruments/case-api/cases", "[]")).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Delete, "instruments/case-api/cases?name=damp")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await study.Ask(HttpMethod.Delete, "instruments/case-api/cases?name=damp")).Status);
    }

    [Fact]
    public async Task Cases_are_added_run_and_dropped_by_command()
    {
        await study.Published("case-cli");
        using var folder = new TempFolder();
        string[] door = ["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Administrator)).Token(study))!];
        Task<Sos> Run(params string[] arguments) => Sos.Run(folder.Path, ["instrument", "case", .. arguments, .. door]);

        Assert.Equal("The test case 'no goals' is kept: hardship 5.", (await Run("add", "case-cli", "--name", "no goals", "--answer", "damp=3", "cold=2")).Out.Trim());
        Assert.Contains("hardship 7", (await Run("add", "case-cli", "--name", "wrong", "--answer", "damp=3", "cold=2", "--score", "hardship=7", "--applies", "garden=yes")).Out, StringComparison.Ordinal);
        var ran = await Run("run", "case-cli");
        Assert.Equal(1, ran.Exit);
        Assert.Contains("no goals\tholds", ran.Out, StringComparison.Ordinal);
        Assert.Contains("wrong\tdoes not hold\thardship was to be 7 and is 5.", ran.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 2 do not hold.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("'often' says nothing", (await Run("add", "case-cli", "--name", "x", "--answer", "often")).Error, StringComparison.Ordinal);
        Assert.Contains("1 test case is left", (await Run("drop", "case-cli", "--name", "wrong")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("run", "case-cli")).Exit);
        Assert.Contains("damp=3 cold=2", (await Run("list", "case-cli")).Out, StringComparison.Ordinal);
    }
}
