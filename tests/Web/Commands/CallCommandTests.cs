using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class CallCommandTests(RunningStudy study)
{
    [Fact]
    public async Task A_query_is_opened_from_the_command_line_once_however_often_the_command_is_sent()
    {
        using var folder = new TempFolder();
        string[] door = ["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Researcher)).Token(study))!];
        var family = await study.Family();
        var place = (await study.EnterSdq(family)).Place;
        var queries = $"families/{family.Id}/forms/{place.Wave}/{place.Instrument}/{place.Subject}/{place.Respondent}/queries";
        var operation = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++) Assert.Equal(0, (await Sos.Run(folder.Path, ["call", "post", queries, "--json", """{"item":"somatic","remark":"Is this a 1?"}""", "--operation", operation, .. door])).Exit);

        var listed = await Sos.Run(folder.Path, ["call", "get", "/api/v1/queries?take=200", .. door]);
        Assert.Equal(0, listed.Exit);
        Assert.Single(JsonDocument.Parse(listed.Out).RootElement.GetProperty("items").EnumerateArray(), q => q.GetProperty("family").GetString() == family.Id.ToString());
    }

    [Fact]
    public async Task A_refusal_is_said_and_ends_with_1_and_a_resource_elsewhere_is_wrong_usage()
    {
        using var folder = new TempFolder();
        string[] door = ["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Researcher)).Token(study))!];
        var refused = await Sos.Run(folder.Path, ["call", "get", "families/0000000", .. door]);
        Assert.Equal(1, refused.Exit);
        Assert.NotEqual("", refused.Error.Trim());
        Assert.Contains("not JSON", (await Sos.Run(folder.Path, ["call", "post", "families", "--json", "{", .. door])).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Sos.Run(folder.Path, ["call", "get", "http://elsewhere.example/families", .. door])).Exit);
        Assert.Equal(2, (await Sos.Run(folder.Path, ["call", "fetch", "families", .. door])).Exit);
    }
}
