using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts.Datasets;

public sealed class AppointmentTests
{
    private static readonly AppointmentPlan Plan = new(StudySketch.T1, VisitMode.FaceToFace, "interviewer@example.org", new(2016, 7, 4, 13, 30, 0, TimeSpan.Zero), 60, 20, new("ashmere-canary"));

    [Fact]
    public void Appointments_are_rows_with_what_became_of_them_and_without_reasons_rooms_or_accounts()
    {
        var family = new FamilySketch("met")
            .Say(new FamilyFact.AppointmentBooked(1, Plan)).Say(new FamilyFact.AppointmentMoved(1, Plan with { Start = Plan.Start.AddDays(1) }, AskedBy.Family)).Say(new FamilyFact.AppointmentMoved(1, Plan with { Start = Plan.Start.AddDays(2) }, AskedBy.Coordinator))
            .Say(new FamilyFact.AppointmentNotKept(1))
            .Say(new FamilyFact.AppointmentBooked(2, Plan with { Mode = VisitMode.Telephone, Room = null, Second = "second@example.org" })).Say(new FamilyFact.AppointmentCancelled(2, AskedBy.SocialWorker));
        var rows = Tables.Rows("appointments", DatasetShape.Long, [family], MissingFrame.Words);
        Assert.Equal([("1", "no-show"), ("2", "cancelled")], rows.Select(r => (r["appointment"], r["state"])));
        Assert.Equal(("room", "2016-07-06", "14", "60", "20", "not-applicable"), (rows[0]["place"], rows[0]["day"], rows[0]["start_hour"], rows[0]["minutes"], rows[0]["travel"], rows[0]["second"])); // summer time
        Assert.Equal(("2", "1", "not-applicable"), (rows[0]["moved"], rows[0]["moved_by_family"], rows[0]["cancelled_by"]));
        Assert.Equal(("telephone", "not-applicable", "social-worker"), (rows[1]["mode"], rows[1]["place"], rows[1]["cancelled_by"]));
        Assert.Equal($"i{Plan.Interviewer.Length}", rows[0]["interviewer"]);
        Assert.DoesNotContain("anary", string.Join(' ', rows.SelectMany(r => r.Values)), StringComparison.Ordinal);
        Assert.DoesNotContain("@", string.Join(' ', rows.SelectMany(r => r.Values)), StringComparison.Ordinal);
    }
}
