using System.Net;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Tests.Web.FormWork;

/// <summary>A study of its own, because it gets a wave that the others do not have.</summary>
public sealed class LongerStudy : RunningStudy;

/// <summary>A wave that takes no more forms, by page.</summary>
public sealed class FrozenWaveTests(LongerStudy study) : IClassFixture<LongerStudy>
{
    [Fact]
    public async Task A_frozen_wave_takes_no_form_and_says_who_froze_it()
    {
        var researcher = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var administrator = await study.As(Roles.Administrator);
        OpenedStudy.Accepted(await study.Grains.Study().DeclareWave(new(WaveCode.Parse("t9"), "Time 9", (await study.Grains.Study().Read()).Waves.Length + 1, OpenedStudy.T1, 6, 60, 30, 60), OpenedStudy.Stamp()));
        await administrator.Post("/study/waves/t9/freeze", new { Reason = "released" });
        var family = await study.Family();
        var form = await study.EnterSdq(family);
        var page = await researcher.Post(FormWorkLinks.Move(family.Id, form.Place), new { ToWave = "t9", ToSubject = form.Place.Subject, ToRespondent = form.Place.Respondent, Reason = "wrong wave" });
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Time 9 was frozen by", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Post("/study/waves/t9/freeze", new { Reason = "an error" })).Status);
    }
}
