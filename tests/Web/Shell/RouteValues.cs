using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Grains.Sheets;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Vouchers;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Study.Vouchers;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Shell;

/// <summary>
/// One real value for every route parameter of the application, of something that lies at a site. A room that adds a parameter adds its value here, and the
/// walks take in its endpoints.
/// </summary>
internal static class RouteValues
{
    private static readonly Dictionary<SiteCode, Task<IReadOnlyDictionary<string, string>>> Made = [];

    public static Task<IReadOnlyDictionary<string, string>> At(RunningStudy study, SiteCode site)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(site, out var values)) Made[site] = values = Make(study, site);
            return values;
        }
    }

    /// <summary>Booked with the walk's own interviewer, so that they may see who is invited.</summary>
    private static async Task<string> Group(RunningStudy study, SiteCode site)
    {
        var group = await study.Group(site, GroupKind.Managers, await study.Room(site), [$"interviewer-{site}@study.example"], OpenedStudy.Today.AddDays(site == RunningStudy.OwnSite ? 35 : 36));
        OpenedStudy.Accepted(await study.Grains.GroupInvitations(group.Id).Invite(Invitee.Parse("post~team-manager"), AttemptMode.Email, OpenedStudy.Stamp()));
        return $"{group.Id}";
    }

    private static async Task<IReadOnlyDictionary<string, string>> Make(RunningStudy study, SiteCode site)
    {
        var account = await study.AddAccount($"walked-{site}@study.example", Roles.Researcher, SiteScope.Of(site));
        var family = await study.Family(site);
        var form = await study.EnterSdq(family);
        var interviewer = $"interviewer-{site}@study.example"; // as the walk names them: they may see the family's contact details
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(form.Place.Wave, interviewer, OpenedStudy.Sampled, OpenedStudy.Stamp()));
        await study.At(site, Roles.Interviewer);
        var room = RoomCode.Parse($"{site}-walked");
        OpenedStudy.Accepted(await study.Grains.Roster().SetRoom(new(room, site, $"Room at {site}"), OpenedStudy.Stamp()));
        await study.Appointment(family, interviewer, OpenedStudy.Today.AddDays(site == RunningStudy.OwnSite ? 21 : 22), room: room);
        OpenedStudy.Accepted(await study.Grains.Queries(family.Id).OpenQuery(form.Place, "somatic", "Is this a 1?", OpenedStudy.Stamp()));
        var paper = OpenedStudy.Accepted(await study.Grains.Tray(site, 1).Key(new("walked", OpenedStudy.Today, "B1", form.Place.Instrument, form.InstrumentVersion, "en", form.Answers), OpenedStudy.Stamp()));
        var worker = await study.Worker($"Walked {site}", site);
        OpenedStudy.Accepted(await study.Grains.Worker(worker.Id).EnterForm(OpenedStudy.UnitForm("worker-survey", "use_map", 3), OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Site(site).EnterForm(OpenedStudy.UnitForm("site-profile", "implement", 5), OpenedStudy.Stamp("walked")));
        var release = OpenedStudy.Accepted(await study.Services.GetRequiredService<ReleaseMaking>().Make(
            new("Walked", new Recipe { Dataset = "families", Shape = "wide" }) { Sites = [site] }, OpenedStudy.Stamp(), TestContext.Current.CancellationToken));
        var attempt = new ContactAttempt(AttemptMode.Worker, DateTimeOffset.UtcNow.AddDays(-1), interviewer, "worker-passes-on", null, "", NextStep.None, null);
        OpenedStudy.Accepted(await study.Grains.Attempts(family.Id).Record(form.Place.Wave, attempt, OpenedStudy.Stamp()));
        var voucher = VoucherSerial.Parse($"WALKED-{site}");
        OpenedStudy.Accepted(await study.Grains.Voucher(voucher).Give(new(site, family.Parent().Id, form.Place.Wave, 1000, VoucherKind.Paper, VoucherWay.HandedOver, OpenedStudy.Today.AddDays(-1), interviewer), OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Disclosures(family.Id).Record(new(HarmKind.Other, "walked", null, interviewer, OpenedStudy.Today.AddDays(-1), null), new(Office: true, Interviewer: false, Sites: null), OpenedStudy.Stamp() with { By = interviewer }));
        OpenedStudy.Accepted(await study.Grains.Tracing(family.Id).Trace(form.Place.Wave, new(TracingSource.School, OpenedStudy.Today.AddDays(-1), interviewer, TracingResult.Nothing, null), OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Case(family.Id).RecordEvent(CaseEventKind.ReReferral, OpenedStudy.Today.AddDays(-3), null, "authority", OpenedStudy.Stamp()));
        var sheet = OpenedStudy.Accepted(await study.Services.GetRequiredService<SheetBooks>().Print(
            new(SheetKind.Visit, [family.Id], [site], OpenedStudy.Today.AddDays(7)) { Wave = form.Place.Wave }, OpenedStudy.Stamp() with { By = "administrator-every@study.example" })); // whom the walk in a browser signs in as: a sheet is shown to who printed it
        return new Dictionary<string, string>
        {
            ["feed"] = "walked",
            ["token"] = "0123456789abcdef",
            ["passkey"] = "walked",
            ["group"] = await Group(study, site),
            ["number"] = "1",
            ["room"] = $"{room}",
            ["interviewer"] = interviewer,
            ["month"] = "2026-01",
            ["query"] = "1",
            ["number"] = "1",
            ["step"] = "sent",
            ["paper"] = $"{paper.Id.Volume}.{paper.Id.Number}",
            ["quick"] = "not-achieved",
            ["sheet"] = sheet.Id.ToString(),
            ["family"] = family.Id.ToString(),
            ["id"] = family.Id.ToString(),
            ["member"] = family.Child().Id.ToString(),
            ["wave"] = form.Place.Wave.ToString(),
            ["track"] = "case-record",
            ["instrument"] = form.Place.Instrument.ToString(),
            ["subject"] = form.Place.Subject.ToString(),
            ["respondent"] = form.Place.Respondent.ToString(),
            ["worker"] = worker.Id.ToString(),
            ["workerForm"] = "worker-survey",
            ["siteForm"] = "site-profile",
            ["account"] = account.ToString(),
            ["site"] = site.ToString(),
            ["serial"] = voucher.ToString(),
            ["operation"] = "walked",
            ["documentName"] = "v1",
            ["rule"] = "straight-lining",
            ["dataset"] = "families",
            ["items/item"] = "consid",
            ["sections/section"] = "1",
            ["scales/scale"] = "new",
            ["bands/scheme"] = "new",
            ["format"] = "csv",
            ["syntax"] = "xml",
            ["extract"] = $"{Guid.NewGuid()}",
            ["release"] = release.Id.ToString(),
            ["other"] = release.Id.ToString(),
            ["file"] = "recipe.json",
        };
    }
}
