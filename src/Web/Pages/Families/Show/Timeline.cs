using System.Globalization;
using System.Text;
using Humanizer;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>What happened to a family, one sentence a fact.</summary>
public static class Timeline
{
    /// <param name="hides">Forms of which nothing that they say is told, since the reader may enter them a second time.</param>
    public static string Sentence(HistoryEntry entry, FamilyState family, StudyFrame frame, Func<FormPlace, bool> hides) =>
        entry.Content.Length == 0 ? "Erased" : Sentence(FactKinds<FamilyFact>.Read(entry.Kind, Encoding.UTF8.GetBytes(entry.Content)), family, frame, hides);

    private static string Sentence(FamilyFact fact, FamilyState family, StudyFrame frame, Func<FormPlace, bool> hides) => fact switch
    {
        FamilyFact.Sampled f => $"Sampled at {SiteName(frame, f.Site)} on {f.On.Words()}, serial {f.Serial}",
        FamilyFact.Screened f => f.Eligible ? $"Screened as eligible on {f.On.Words()}" : $"Screened as not eligible on {f.On.Words()}",
        FamilyFact.Approached f => $"Approached on {f.On.Words()} by {f.Approacher}",
        FamilyFact.NotApproached f => $"Not approached: {f.Bar.Words().ToLowerInvariant()} ({f.Decider}, {f.On.Words()})",
        FamilyFact.AgreedToContact f => $"Agreed to contact on {f.On.Words()}",
        FamilyFact.DeclinedContact f => $"Declined contact on {f.On.Words()}",
        FamilyFact.Ended f => $"Part in the study ended on {f.On.Words()}: {f.Reason.Words().ToLowerInvariant()}",
        FamilyFact.Moved f => $"Moved to {SiteName(frame, f.To)} in {f.On.Words()}",
        FamilyFact.MemberJoined f => $"{f.Role.Words()} {f.Member.Short()} joined ({f.On.Words()})",
        FamilyFact.MemberLeft f => $"{Name(family, f.Member)} left ({f.On.Words()})",
        FamilyFact.MemberCorrected f => $"{Name(family, f.Member)} corrected: {f.Sex.Words().ToLowerInvariant()}{(f.Birth is { } b ? $", born {b.Words()}" : "")}",
        FamilyFact.RoleTaken f => $"{f.Member.Short()} became {f.Role.Words().ToLowerInvariant()} ({f.On.Words()})",
        FamilyFact.IndexChildChosen f => $"{Name(family, f.Child)} is the index child",
        FamilyFact.ConsentGiven f => $"Consent given on {f.On.Words()}: {f.Scope.Words().ToLowerInvariant()} (by {f.GivenBy})",
        FamilyFact.ConsentWithdrawn f => $"Consent withdrawn from {f.From.Words()}: {string.Join("; ", f.Scopes.Select(s => s.Words().ToLowerInvariant()))}. {f.Extent.Words()}",
        FamilyFact.WorkerAllocated f => $"Case holder from {f.From.Words()}: {f.Holder.Words(frame)} (source: {f.Source})",
        FamilyFact.CaseEventRecorded f => $"{f.Event.Words()}, {f.On.Words()}{(f.Child is { } child ? $", {Name(family, child)}" : "")} (source: {f.Source})",
        FamilyFact.InterviewerAssigned f => $"{f.Interviewer} is to interview them at {WaveName(frame, f.Wave)}",
        FamilyFact.InterviewRecorded f => $"{WaveName(frame, f.Wave)} interview recorded: {Visits(f.Interview.Visits.Length)}, the last on {f.Interview.Visits.Max(v => v.On).Words()}",
        FamilyFact.DispositionRecorded f => $"{WaveName(frame, f.Wave)} {f.Track.Words().ToLowerInvariant()} lost: {Dispositions.Find(f.Code)?.Label.ToLowerInvariant() ?? f.Code}",
        FamilyFact.FormEntered f => $"{WaveName(frame, f.Place.Wave)} form entered: {Title(frame, f.Place.Instrument)}, {f.Place.Subject.Words(family)}{(hides(f.Place) ? "" : $", filled in on {f.CompletedOn.Words()}")}",
        FamilyFact.FormSecondEntered f => $"{WaveName(frame, f.Place.Wave)} form entered a second time: {Title(frame, f.Place.Instrument)}, {f.Place.Subject.Words(family)}; {(f.Agrees ? "both entries say the same" : "the entries differ")}",
        FamilyFact.FormSettled f => $"{WaveName(frame, f.Place.Wave)} form: {"difference".ToQuantity(f.Items.Length)} between two entries settled{(f.Outcome is null ? "" : ", the last of them")}: {Title(frame, f.Place.Instrument)}, {f.Place.Subject.Words(family)}",
        FamilyFact.FormNotAchieved f => $"{WaveName(frame, f.Place.Wave)} form not achieved: {Title(frame, f.Place.Instrument)}, {f.Place.Subject.Words(family)} ({f.Reason.Words().ToLowerInvariant()})",
        FamilyFact.AttemptRecorded f => $"{WaveName(frame, f.Wave)} attempt {f.Number.ToString(CultureInfo.InvariantCulture)}: {f.Attempt.Mode.Words().ToLowerInvariant()}, {AttemptOutcomes.Find(f.Attempt.Outcome)?.Label.ToLowerInvariant() ?? f.Attempt.Outcome} ({f.Attempt.At.Words(frame.Design.TimeZone)}){(f.Attempt.AgainstSafety ? ". It went against safe contact" : "")}",
        FamilyFact.AttemptStruck f => $"{WaveName(frame, f.Wave)} attempt {f.Number.ToString(CultureInfo.InvariantCulture)} struck out",
        _ => FormWorkSentences.Of(fact, family, frame) ?? AppointmentSentences.Of(fact, family, frame) ?? ConsentSentences.Of(fact, family) ?? LinkSentences.Of(fact) ?? MessageSentences.Of(fact) ?? TracingSentences.Of(fact, frame) ?? "Something was recorded that this version has no words for",
    };

    private static string Visits(int count) => count == 1 ? "1 visit" : $"{count} visits";

    private static string Name(FamilyState family, MemberId id) => family.Member(id)?.Words() ?? id.Short();

    private static string SiteName(StudyFrame frame, SiteCode site) => frame.Sites.GetValueOrDefault(site)?.Name ?? site.ToString();

    private static string WaveName(StudyFrame frame, WaveCode wave) => frame.Design.Wave(wave)?.Name ?? wave.ToString();

    private static string Title(StudyFrame frame, InstrumentId id) => frame.Shelf.Find(id)?.Title ?? id.ToString();
}
