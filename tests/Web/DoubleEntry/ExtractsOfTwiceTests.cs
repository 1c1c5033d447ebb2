using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.DoubleEntry;

/// <summary>What extracts say of forms that are entered twice.</summary>
public sealed class ExtractsOfTwiceTests(TwiceStudy study) : IClassFixture<TwiceStudy>
{
    [Fact]
    public async Task An_extract_gives_the_first_entry_with_a_flag_or_leaves_the_form_out_until_it_is_settled()
    {
        var (awaited, differs, agreed) = (await study.OnceEntered(), await study.TwiceEntered(("consid", 2)), await study.TwiceEntered());
        using var analyst = await Client(Roles.Analyst);
        var all = Lines(await analyst.GetStringAsync("/api/v1/extracts/sdq.csv", TestContext.Current.CancellationToken));
        var column = Array.IndexOf(all[0], "second");
        Assert.Equal("awaited differs agreed", string.Join(' ', new[] { awaited, differs, agreed }.Select(f => all.Single(l => l[0] == f.Id.ToString())[column])));
        Assert.Equal("1", all.Single(l => l[0] == differs.Id.ToString())[Array.IndexOf(all[0], "consid")]);

        var settledOnly = Lines(await analyst.GetStringAsync("/api/v1/extracts/sdq.csv?doubleEntry=settled-only", TestContext.Current.CancellationToken)).Select(l => l[0]).ToList();
        Assert.Contains(agreed.Id.ToString(), settledOnly);
        Assert.DoesNotContain(awaited.Id.ToString(), settledOnly);
        Assert.DoesNotContain(differs.Id.ToString(), settledOnly);
        var wide = Lines(await analyst.GetStringAsync("/api/v1/extracts/sdq.csv?shape=wide&missing=words&doubleEntry=settled-only", TestContext.Current.CancellationToken));
        Assert.Equal("not-settled", wide.Single(l => l[0] == differs.Id.ToString())[Array.IndexOf(wide[0], "t1_pconsid")]);
    }

    private static List<string[]> Lines(string csv) => [.. csv.Split("\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').TrimStart('\uFEFF').Split(','))];

    private async Task<HttpClient> Client(Roles role)
    {
        var api = new HttpClient { BaseAddress = study.Address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await (await study.As(role)).Token(study));
        return api;
    }
}
