using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>What a day means for a form before its answers are keyed: held against the interview, the ages and everything that would refuse it in the end.</summary>
public sealed record PaperNotices(DateOnly? On, string? Interview, string? Age, bool FitsAge, ImmutableArray<string> Flags, Refusal? Stop, string? AsksReason)
{
    /// <summary>The version in force on the day, where this batch keys another.</summary>
    public int? OtherVersion { get; init; }

    /// <summary>The batch of that version, to key this paper there.</summary>
    public string OtherHref { get; init; } = "";

    public static PaperNotices None { get; } = new(null, null, null, true, [], null, null);

    public static PaperNotices Of(StudyFrame frame, BatchOf batch, Finding.Ready found, string respondent, DateOnly on, Stamp stamp)
    {
        var informant = found.Informants.FirstOrDefault(i => i.Who.ToString() == respondent) ?? found.Chosen ?? found.Informants.First(i => i.IsOpen);
        var age = found.Subject.Member is { } id && found.Family.Member(id)?.Birth is { } birth ? birth.AgeOn(on) : ((int Least, int Most)?)null;
        var place = new FormPlace(batch.Wave.Code, batch.Instrument.Id, found.Subject, informant.Who);
        var blank = Answers.Of(batch.Instrument.Shape, [.. batch.Instrument.Items.Select(_ => Answer.Of(MissingReason.NotStated))]);
        var entry = new FormEntry(place, batch.Instrument.Version, on, batch.Mode, batch.Language, blank);
        var refusal = informant.IsOpen && !informant.IsSecond ? FormRules.Enter(found.Family, frame, entry, stamp with { Why = null }).Match(_ => null, why => (Refusal?)why) : null;
        var isReason = refusal?.Code is "form.wrong-age-form" or "form.not-in-schedule";
        return new(
            on,
            WaveWindows.LastVisit(found.Family, batch.Wave.Code) is { } visit ? Against(on, visit) : null,
            age is { Most: < 0 } ? "not born yet" : age is { } a ? $"{(a.Least == a.Most ? $"{a.Most}" : $"{a.Least} or {a.Most}")} on that day" : null,
            batch.Instrument.Age is not { } made || age is not { } years || made.Contains(years.Least) || made.Contains(years.Most),
            [.. FormFlags.Of(found.Family, frame, batch.Wave, batch.Instrument, entry).Where(f => !FormFlags.NeedsReason(f)).Select(f => f.Words())],
            isReason ? null : refusal,
            isReason ? refusal!.Sentence : null)
        {
            OtherVersion = frame.InForce(batch.Instrument.Id, batch.Wave.Code, on) is { } then && then.Version != batch.Instrument.Version ? then.Version : null,
            OtherHref = frame.InForce(batch.Instrument.Id, batch.Wave.Code, on) is { } other ? (batch with { Version = other.Version }).Href($"{(found.Subject.Member is { } child ? $"{child}" : $"{found.Family.Id}")}") : "",
        };
    }

    private static string Against(DateOnly on, DateOnly visit) => (on.DayNumber - visit.DayNumber) switch
    {
        0 => $"The day of the interview, {visit.Words()}.",
        var days and > 0 => $"{Days(days)} after the interview of {visit.Words()}.",
        var days => $"{Days(-days)} before the interview of {visit.Words()}.",
    };

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
