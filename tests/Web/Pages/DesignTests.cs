using System.Net;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Tests.Web.Releases;

namespace SosLongitudinal.Tests.Web.Pages;

public sealed class DesignTests(RunningDemo demo)
{
    [Fact]
    public async Task An_empty_study_starts_from_a_template_once_and_takes_a_third_wave_without_code()
    {
        var empty = new EmptyStudy();
        await empty.InitializeAsync();
        await using var _ = empty;
        var administrator = await empty.As(Roles.Administrator);
        Assert.Contains("This study is empty", (await administrator.Get("/study")).Words, StringComparison.Ordinal);
        (await administrator.Post("/study/open", new { })).ShouldAskFor("Template", "Choose a template.");

        Assert.Equal("/study", (await administrator.Post("/study/open", new { Template = "signs-of-safety" })).Location);
        Assert.Contains("6 months after the last Time 1 visit", (await administrator.Get("/study")).Words, StringComparison.Ordinal);
        Assert.Contains("Tower Hamlets", (await administrator.Get("/sites")).Words, StringComparison.Ordinal);
        Assert.Equal("/study", (await administrator.Get("/study/open")).Location);

        var shown = await administrator.Get("/study/waves/add");
        Assert.Equal("t3", shown.ValueOf("Code"));
        var fields = new { Name = "Time 3", Code = "t3", After = "t2", OffsetMonths = "12", DesignMonths = "21", OpensBefore = "30", ClosesAfter = "90" };
        Assert.Equal("/study", (await administrator.Send(shown, "/study/waves/add", fields)).Location);
        Assert.Equal("/study", (await administrator.Send(shown, "/study/waves/add", fields)).Location);
        var design = await empty.Grains.Study().Read();
        Assert.Equal(3, design.Waves.Length);
        Assert.Equal(12, design.Wave(WaveCode.Parse("t3"))!.OffsetMonths);
        await Declare_the_sample(empty, administrator);
    }

    /// <summary>A community sample has no added value score; a high-risk one has, from then on.</summary>
    private static async Task Declare_the_sample(EmptyStudy empty, Visitor administrator)
    {
        Assert.Contains("Nobody has declared what kind of sample it is.", (await administrator.Get("/study")).Words, StringComparison.Ordinal);
        (await administrator.Post("/study/sample", new { Why = "Open to social care" })).ShouldAskFor("Kind", "Say whether the sample is a community, a high-risk or a clinic one.");
        (await administrator.Post("/study/sample", new { Kind = "HighRisk" })).ShouldAskFor("Why", "Say what makes the sample one of this kind, such as where it was drawn from.");
        Assert.DoesNotContain("t2_pavs", await Columns());
        using (var put = await empty.Ask(administrator, HttpMethod.Put, "study/sample", new { kind = "high-risk", why = "Families open to social care" })) Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Contains("A high-risk sample", (await administrator.Get("/study")).Words, StringComparison.Ordinal);
        Assert.Contains("t2_pavs", await Columns());

        async Task<string> Columns()
        {
            using var answer = await empty.Ask(administrator, HttpMethod.Get, "extracts/sdq/columns?shape=wide", null);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_wave_with_a_code_that_is_taken_or_no_whole_numbers_is_asked_for_again_with_all_its_faults()
    {
        var page = await (await demo.As(Roles.Administrator)).Post("/study/waves/add", new { Name = "Again", Code = "t2", After = "t1", OffsetMonths = "six", DesignMonths = "9", OpensBefore = "30", ClosesAfter = "90" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page.ShouldAskFor("Code", "The study already has a wave 't2'.");
        page.ShouldAskFor("OffsetMonths", "Enter a whole number, such as 6.");
    }

    [Fact]
    public async Task The_demo_says_that_it_is_synthetic_where_its_design_is_shown() =>
        Assert.Contains("synthetic", (await (await demo.As(Roles.Analyst)).Get("/study")).Words, StringComparison.Ordinal);
}
